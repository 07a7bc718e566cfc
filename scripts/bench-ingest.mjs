// Measures every way in against the least a server can do with a post: a bare Express handler with one durable insert,
// on the same database server, in turn. Then a sender far over its quota, and a backlog.
//   --seconds N   length of a round (1)        --backlog N   arrivals that wait (100000)
//   --only ways,isolation,backlog
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
const { ProductUnderLoad, signUp } = await import('./bench/product-under-load.mjs');
const { measureWays, reportWays } = await import('./bench/ways.mjs');
const { measureIsolation } = await import('./bench/isolation.mjs');
const { drainBacklog } = await import('./bench/backlog.mjs');
const { median } = await import('./bench/load.mjs');

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    backlog: { type: 'string', default: '100000' },
    only: { type: 'string', default: 'ways,isolation,backlog' },
  },
});
const roundSeconds = Number(options.seconds);
const wanted = options.only.split(',');
const problems = [];

function expectThat(isSo, what) {
  if (!isSo) problems.push(what);
}

async function benchWays(product, web, dealership) {
  const floor = await product.startFloor();
  const results = await measureWays({ product, floor, web, dealership, roundSeconds });
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

async function benchBacklog(product, dealership) {
  const amount = Number(options.backlog);
  const startWorkers = () => Promise.all([product.startWorker(), product.startWorker()]);
  const { seconds, costs, twice, missing } = await drainBacklog(product.uri, dealership.id, amount, startWorkers);
  const [first, last] = [median(costs.slice(1, 4)), median(costs.slice(-3))];
  console.log(
    `\nA backlog of ${amount} arrivals, two workers: ${seconds.toFixed(0)} s, ${(amount / seconds).toFixed(0)} a second`,
  );
  console.log(`processor time per arrival, by tenths: ${costs.map((cost) => Math.round(cost)).join(' ')} µs`);
  console.log(`worked on twice: ${twice}, without a lead: ${missing}`);
  expectThat(twice === 0, `${twice} arrivals of the backlog were worked on twice`);
  expectThat(missing === 0, `${missing} arrivals of the backlog have no lead`);
  expectThat(last < 1.3 * first, `the cost of an arrival rose from ${first.toFixed(0)} to ${last.toFixed(0)} µs`);
}

const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-bench-'));
const product = new ProductUnderLoad(folder);
try {
  await product.startDatabase();
  const web = await product.startWeb();
  const dealership = await signUp(web.url, 'nordlys', '9007199254740993');
  const other = await signUp(web.url, 'sorland');
  if (wanted.includes('ways')) await benchWays(product, web, dealership);
  if (wanted.includes('isolation')) await benchIsolation(product, dealership, other);
  if (wanted.includes('backlog')) await benchBacklog(product, dealership);
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(problems.length === 0 ? '\nAll as it should be.' : `\nNOT AS IT SHOULD BE: ${problems.join('; ')}`);
process.exit(problems.length === 0 ? 0 : 1);
