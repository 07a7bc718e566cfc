// Measures what an accepted form post costs against the least a server can do with it: a bare Express handler with one
// durable insert, on the same database server, with the same body, in turn. `--seconds N` is the length of a round.
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
const { MongoClient } = await import('mongodb');
const { MeasuredServer } = await import('./bench/measured-server.mjs');
const { percentile, post } = await import('./bench/load.mjs');
const { SupervisedProcess } = await import('./lib/supervised-process.mjs');

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '3' } } });
const roundSeconds = Number(options.seconds);
const rounds = 5;
const warmUpPosts = 1200;
const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-bench-'));
const started = [];

function keep(child) {
  started.push(child);
  return child;
}

async function startDatabase() {
  const program = ['packages/embedded-mongo/dist/cli.js', '--dbpath', folder, '--port', '0'];
  const database = keep(new SupervisedProcess('database', program, { env: process.env }));
  const [, uri] = await database.line(/listening on (mongodb:\/\/\S+)/);
  return uri;
}

async function startFloor(uri) {
  const server = keep(new MeasuredServer('floor', 'scripts/bench/floor-server.mjs', { MONGODB_URI: `${uri}/floor` }));
  const { port } = await server.message((message) => message.ready);
  return { name: 'floor', server, url: `http://127.0.0.1:${port}/post` };
}

async function startNorvalt(uri) {
  const { findPort } = await import('./lib/find-port.mjs');
  const port = await findPort(0, '127.0.0.1');
  const env = {
    MONGODB_URI: `${uri}/norvalt`,
    PORT: String(port),
    JWT_SECRET: 'j'.repeat(32),
    ENCRYPTION_KEY: 'e'.repeat(32),
    RATE_LIMIT_SERVER_PER_MINUTE: '100000000',
  };
  const program = 'packages/api/dist/server.js';
  const server = keep(new MeasuredServer('web', program, { ...env, ROLE: 'web' }));
  await server.message((message) => message.ready);
  const worker = keep(new MeasuredServer('worker', program, { ...env, ROLE: 'worker' }));
  await worker.message((message) => message.ready);
  const answer = await fetch(`http://127.0.0.1:${port}/v1/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'bench@example.com',
      password: 'en lang setning er best',
      name: 'B',
      dealership_name: 'B',
    }),
  });
  const { dealership } = await answer.json();
  return { name: 'norvalt', server, url: `http://127.0.0.1:${port}/webhooks/form/${dealership.id}` };
}

/** One round: posts, then what they cost. */
async function measure(target, amount) {
  const before = await target.server.settledCpuMicros();
  const result = await post(target.url, amount);
  const cpuMicros = (await target.server.settledCpuMicros()) - before;
  target.accepted += result.accepted;
  target.refused += result.refused;
  target.costs.push(cpuMicros / result.accepted);
  target.rates.push(result.perSecond);
}

async function warmUp(target) {
  const { accepted, refused, perSecond } = await post(target.url, warmUpPosts);
  Object.assign(target, { accepted, refused, costs: [], rates: [], amount: Math.ceil(perSecond * roundSeconds) });
}

async function measureLatency(target, perSecond) {
  const { accepted, refused, times } = await post(target.url, Math.ceil(perSecond * roundSeconds * 2), perSecond);
  target.accepted += accepted;
  target.refused += refused;
  target.times = times;
}

const median = (values) => percentile(values, 50);
const microseconds = (value) => `${Math.round(value)} µs`;
const milliseconds = (value) => `${value.toFixed(1)} ms`;

function printTable(rows) {
  for (const columns of rows)
    console.log(
      columns[0].padEnd(34) +
        columns
          .slice(1)
          .map((text) => text.padStart(20))
          .join(''),
    );
}

function report(floor, norvalt, stored, rate) {
  const range = ({ costs }) => `${Math.round(Math.min(...costs))}–${Math.round(Math.max(...costs))} µs`;
  const perSecond = ({ rates }) => `${Math.round(median(rates))}/s`;
  const both = (read) => [read(floor), read(norvalt)];
  console.log(`\n${rounds} rounds of about ${roundSeconds} s each, in turn; p50 and p95 at ${rate} posts a second\n`);
  printTable([
    ['', 'floor', 'norvalt'],
    ['processor time per accepted post', ...both(({ costs }) => microseconds(median(costs)))],
    ['  from – to', ...both(range)],
    ['posts a second, at full speed', ...both(perSecond)],
    ['p50', ...both(({ times }) => milliseconds(percentile(times, 50)))],
    ['p95', ...both(({ times }) => milliseconds(percentile(times, 95)))],
    ['accepted', ...both(({ accepted }) => String(accepted))],
    ['refused', ...both(({ refused }) => String(refused))],
    ['stored', String(stored.posts), String(stored.arrivals)],
  ]);
  const ratio = median(floor.costs) / median(norvalt.costs);
  console.log(`\nThroughput by processor time: ${ratio.toFixed(2)} of the floor (aim: 0.50 or better)`);
  const steady = [...floor.costs].sort((a, b) => a - b).slice(0, -1);
  if (steady.at(-1) / steady[0] > 1.3)
    console.log('The floor itself varied by more than 30 %: measure again on a quiet machine.');
  const lost = stored.posts !== floor.accepted || stored.arrivals !== norvalt.accepted;
  console.log(lost ? 'STORED AND ACCEPTED DIFFER' : 'Stored = accepted, for both.');
  return !lost && floor.refused + norvalt.refused === 0;
}

async function main() {
  const uri = await startDatabase();
  const [floor, norvalt] = [await startFloor(uri), await startNorvalt(uri)];
  for (const target of [floor, norvalt]) await warmUp(target);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? [floor, norvalt] : [norvalt, floor];
    for (const target of order) await measure(target, target.amount);
    console.log(
      `round ${round + 1}: ${order.map(({ name, costs }) => `${name} ${microseconds(costs.at(-1))}`).join(', ')}`,
    );
  }
  const rate = Math.max(1, Math.floor(Math.min(median(floor.rates), median(norvalt.rates)) / 2));
  for (const target of [floor, norvalt]) await measureLatency(target, rate);
  await norvalt.server.settledCpuMicros();
  const client = await new MongoClient(uri).connect();
  const stored = {
    posts: await client.db('floor').collection('posts').countDocuments(),
    arrivals: await client.db('norvalt').collection('arrivals').countDocuments(),
  };
  await client.close();
  return report(floor, norvalt, stored, rate);
}

const ok = await main();
for (const child of started.reverse()) await child.stop();
await rm(folder, { recursive: true, force: true });
process.exit(ok ? 0 : 1);
