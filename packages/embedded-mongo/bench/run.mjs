// Prints what this server does per second beside a real engine on the same machine in the same run.
// Durable writes cost two flushes of the disk here; TMPDIR=/dev/shm shows what they cost without. The real engine of
// this project runs with its flushes off.
//   npm run bench -w packages/embedded-mongo        REALDB_URI=… for the comparison, BENCH_MILLION=1 for a million documents
import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { MongoClient } from 'mongodb';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-bench-'));
const pad = 'x'.repeat(900);
const durable = { writeConcern: { w: 'majority', j: true } };

async function startServer() {
  const outfile = join(root, 'dist/cli.js');
  await build({
    entryPoints: [join(root, 'src/cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, '--dbpath', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  return { child, uri: /mongodb:\S+/.exec(line)[0] };
}

/** Operations per second of `total` calls by `clients` at a time. */
async function rate(total, clients, action) {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < total) await action(next++);
    }),
  );
  return (total / (performance.now() - startedAt)) * 1000;
}

async function fill(collection, from, to) {
  for (let start = from; start < to; start += 1000) {
    await collection.insertMany(
      Array.from({ length: Math.min(1000, to - start) }, (_, i) => ({
        _id: start + i,
        group: (start + i) % 50,
        at: new Date(1e12 + (((start + i) * 7919) % 1e9)),
        n: start + i,
        pad,
      })),
      { ordered: false },
    );
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Fills an engine and gives what there is to measure on it. */
async function prepare(uri, size) {
  const client = await MongoClient.connect(uri, { maxPoolSize: 32 });
  const db = client.db(`bench_${process.pid}`);
  const [inserts, docs, jobs] = ['inserts', 'docs', 'jobs'].map((name) => db.collection(name));
  await docs.createIndex({ at: 1 });
  await fill(docs, 0, size);
  await jobs.createIndex({ state: 1, at: 1 });
  await jobs.insertMany(Array.from({ length: 12000 }, (_, i) => ({ state: 'new', at: new Date(i * 1000), pad })));
  let id = 0;
  const pick = () => Math.floor(Math.random() * size);
  const range = () => docs.find({ at: { $gte: new Date(1e12 + Math.random() * 9e8) } });
  const group = { $group: { _id: '$group', total: { $sum: '$n' }, count: { $sum: 1 } } };
  const cases = {
    'insertOne j:true, 1 client': () => rate(400, 1, () => inserts.insertOne({ _id: id++, n: 1, pad }, durable)),
    'insertOne j:true, 32 clients': () => rate(3200, 32, () => inserts.insertOne({ _id: id++, n: 1, pad }, durable)),
    'find by id, 1 client': () => rate(800, 1, () => docs.findOne({ _id: pick() })),
    'find by id, 32 clients': () => rate(4000, 32, () => docs.findOne({ _id: pick() })),
    'indexed range + sort, 25 of all': () => rate(100, 1, () => range().sort({ at: 1 }).limit(25).toArray()),
    'update by id, 1 client': () => rate(400, 1, () => docs.updateOne({ _id: pick() }, { $inc: { n: 1 } }, durable)),
    'findAndModify queue pop, 8 clients': () =>
      rate(500, 8, () =>
        jobs.findOneAndUpdate({ state: 'new' }, { $set: { state: 'taken' } }, { sort: { at: 1 }, ...durable }),
      ),
    'aggregate group over all': () => rate(2, 1, () => docs.aggregate([group]).toArray()),
  };
  const close = async () => {
    await db.dropDatabase();
    await client.close();
  };
  return { cases, close };
}

/** Measures the engines by turns, case by case, so that what else the machine does falls on both. */
async function compare(engines, rounds) {
  const results = {};
  for (const name of Object.keys(engines[0].cases)) {
    const rates = engines.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, engine] of engines.entries()) {
        const value = await engine.cases[name]();
        if (round > 0) rates[i].push(value);
      }
    }
    results[name] = rates.map(median);
  }
  return results;
}

/** What one flush of 4 KB costs here: no durable write of one client can be faster. */
function flushMs() {
  const file = openSync(join(folder, 'flush'), 'w');
  const block = Buffer.alloc(4096);
  const times = Array.from({ length: 200 }, (_, i) => {
    const startedAt = performance.now();
    writeSync(file, block, 0, block.length, i * block.length);
    fdatasyncSync(file);
    return performance.now() - startedAt;
  });
  closeSync(file);
  return median(times);
}

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { ownMb: of('RssAnon'), mappedMb: of('RssFile') };
}

async function growth(uri, pid) {
  const client = await MongoClient.connect(uri);
  const docs = client.db('growth').collection('docs');
  await docs.createIndex({ at: 1 });
  let size = 0;
  for (const next of process.env.BENCH_MILLION ? [1000, 100000, 1000000] : [1000, 100000]) {
    await fill(docs, size, next);
    size = next;
    await rate(500, 1, () => docs.findOne({ _id: Math.floor(Math.random() * size) }));
    const byId = 1000 / (await rate(1000, 1, () => docs.findOne({ _id: Math.floor(Math.random() * size) })));
    const range =
      1000 /
      (await rate(500, 1, () =>
        docs
          .find({ at: { $gte: new Date(1e12 + Math.random() * 9e8) } })
          .sort({ at: 1 })
          .limit(25)
          .toArray(),
      ));
    const { ownMb, mappedMb } = memoryOf(pid);
    const fileMb = Math.round(statSync(join(folder, 'data.mdb')).size / 2 ** 20);
    console.log(
      `${String(size).padStart(8)} documents: find by id ${byId.toFixed(3)} ms, range of 25 ${range.toFixed(3)} ms, memory ${ownMb} MB own + ${mappedMb} MB mapped, file ${fileMb} MB`,
    );
  }
  await client.close();
}

const size = Number(process.env.BENCH_SIZE ?? 100000);
const { child, uri } = await startServer();
try {
  const uris = [uri, ...(process.env.REALDB_URI ? [process.env.REALDB_URI] : [])];
  const engines = [];
  for (const one of uris) engines.push(await prepare(one, size));
  const results = await compare(engines, 3);
  for (const engine of engines) await engine.close();
  console.log(
    `operations per second, ${size} documents of 1 KB, median of 3 rounds by turns; one flush to this disk takes ${flushMs().toFixed(2)} ms\n`,
  );
  for (const [name, [mine, other]] of Object.entries(results)) {
    const comparison = other
      ? `   real engine ${other.toFixed(1).padStart(9)}   ratio ${(mine / other).toFixed(2)}`
      : '';
    console.log(`${name.padEnd(36)} ${mine.toFixed(1).padStart(9)}${comparison}`);
  }
  console.log();
  await growth(uri, child.pid);
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
