// Measures every way in against the least a server can do with a post: a bare Express handler with one durable insert,
// on the same database server, in turn. Then a sender far over its quota.
//   --seconds N   length of a round (1)        --only ways,isolation
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';

checkNodeVersion();
await installIfNeeded();
const { buildQuietly } = await import('./lib/build-parts.mjs');
await buildQuietly({ only: ['api', 'embedded-mongo'] });
const { openChats, ProductUnderLoad, signUp } = await import('./bench/product-under-load.mjs');
const { measureWays, reportWays } = await import('./bench/ways.mjs');
const { measureIsolation } = await import('./bench/isolation.mjs');

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    only: { type: 'string', default: 'ways,isolation' },
  },
});
/** Few enough to be open soon, and many enough that none gets too long. */
const CHATS = 100;
const roundSeconds = Number(options.seconds);
const wanted = options.only.split(',');
const problems = [];

function expectThat(isSo, what) {
  if (!isSo) problems.push(what);
}

async function benchWays(product, web, dealership) {
  const floor = await product.startFloor();
  const chats = await openChats(web.url, dealership, CHATS);
  const results = await measureWays({ product, floor, web, dealership: { ...dealership, chats }, roundSeconds });
  problems.push(...reportWays(results));
}

async function benchIsolation(product, dealership, other) {
  const web = await product.startWeb({ RATE_LIMIT_SERVER_PER_MINUTE: '600' });
  const measured = await measureIsolation(web, dealership, other, roundSeconds);
  const { alone, beside, perSecond, quotaPerMinute, refusedByQuota, notTaken } = measured;
  const moved = (beside / alone - 1) * 100;
  console.log(
    `\nA sender of another dealership posts ${perSecond} a second against a quota of ${quotaPerMinute} a minute (${refusedByQuota} refused):`,
  );
  console.log(
    `p95 alone ${alone.toFixed(1)} ms, beside it ${beside.toFixed(1)} ms: ${moved.toFixed(0)} % (at most 25 %)`,
  );
  expectThat(notTaken === 0, `${notTaken} posts of a dealership within its quota were refused`);
  expectThat(moved <= 25, `the p95 of a dealership moved by ${moved.toFixed(0)} %`);
}

const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-bench-'));
const product = new ProductUnderLoad(folder);
try {
  await product.startDatabase();
  const web = await product.startWeb();
  const dealership = await signUp(web.url, 'nordlys', { pageId: '9007199254740993', numberId: '3107199254740993' });
  const other = await signUp(web.url, 'sorland');
  if (wanted.includes('ways')) await benchWays(product, web, dealership);
  if (wanted.includes('isolation')) await benchIsolation(product, dealership, other);
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(problems.length === 0 ? '\nAll as it should be.' : `\nNOT AS IT SHOULD BE: ${problems.join('; ')}`);
process.exit(problems.length === 0 ? 0 : 1);
