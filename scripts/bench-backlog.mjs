// Lets workers drain a backlog of arrivals that nobody has worked on, and asks for a flat cost per arrival and none
// that was worked on twice.   --arrivals N (100000)   --workers N (2)
// On the embedded database, or on the server of TEST_MONGODB_URI, in a database of its own that is dropped afterwards.
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
const { drainBacklog } = await import('./bench/backlog.mjs');
const { median } = await import('./bench/load.mjs');

const { values: options } = parseArgs({
  options: { arrivals: { type: 'string', default: '100000' }, workers: { type: 'string', default: '2' } },
});
const arrivals = Number(options.arrivals);
const workers = Number(options.workers);
const mostTimesTheFirst = 1.3;
const fewestTenths = 8;
const problems = [];

function expectThat(isSo, what) {
  if (!isSo) problems.push(what);
}

function report({ seconds, tenths, twice, missing }) {
  const list = (of) => tenths.map(of).join(' ');
  console.log(`A backlog of ${arrivals} arrivals, ${workers} workers: ${seconds.toFixed(0)} s in all`);
  console.log(
    `processor time of the workers per arrival, by tenths: ${list(({ cpuMicros }) => Math.round(cpuMicros))} µs`,
  );
  console.log(`arrivals a second, by tenths: ${list(({ perSecond }) => Math.round(perSecond))}`);
  // In the first tenth the workers still warm up, and one of so few may be unlucky.
  const [early, late] = [tenths.slice(1, 4), tenths.slice(-3)];
  const cost = median(late.map(({ cpuMicros }) => cpuMicros)) / median(early.map(({ cpuMicros }) => cpuMicros));
  const time = median(early.map(({ perSecond }) => perSecond)) / median(late.map(({ perSecond }) => perSecond));
  console.log(
    `the last three tenths next to the second to fourth: processor time ${cost.toFixed(2)}, time ${time.toFixed(2)}`,
  );
  console.log(`worked on twice: ${twice}, without a lead: ${missing}`);
  expectThat(twice === 0, `${twice} arrivals were worked on twice`);
  expectThat(missing === 0, `${missing} arrivals have no lead`);
  expectThat(tenths.length >= fewestTenths, `${tenths.length} tenths were seen: too few arrivals to say anything`);
  expectThat(cost <= mostTimesTheFirst, `an arrival at the end cost ${cost.toFixed(2)} times one at the beginning`);
}

const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-bench-'));
const product = new ProductUnderLoad(folder);
try {
  await product.startDatabase(process.env.TEST_MONGODB_URI);
  const web = await product.startWeb();
  const dealership = await signUp(web.url, 'nordlys');
  const startWorkers = () => Promise.all(Array.from({ length: workers }, () => product.startWorker()));
  report(await drainBacklog(product.databaseUri, dealership.id, arrivals, startWorkers));
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(problems.length === 0 ? 'All as it should be.' : `NOT AS IT SHOULD BE: ${problems.join('; ')}`);
process.exit(problems.length === 0 ? 0 : 1);
