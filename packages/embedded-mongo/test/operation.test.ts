import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { MongoClient } from 'mongodb';
import { expect, it, vi } from 'vitest';
import { start } from '../src/index.ts';
import { withServer } from './with-server.ts';

const context = withServer({ ttlEveryMs: 50 });

it('removes expired documents, and obeys collMod', async () => {
  const c = context.db.collection<{ _id: number; at: unknown }>('expiring');
  await c.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await c.insertMany([
    { _id: 1, at: new Date(Date.now() - 61000) },
    { _id: 2, at: new Date() },
    { _id: 3, at: 'never' },
    { _id: 4, at: [new Date(), new Date(0)] },
  ]);
  await vi.waitFor(
    async () => expect((await c.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([2, 3]),
    { timeout: 5000 },
  );
  expect(
    await context.db.command({ collMod: 'expiring', index: { keyPattern: { at: 1 }, expireAfterSeconds: 0 } }),
  ).toMatchObject({ expireAfterSeconds_old: 60, expireAfterSeconds_new: 0 });
  await vi.waitFor(async () => expect((await c.find().toArray()).map(({ _id }) => _id)).toEqual([3]), {
    timeout: 5000,
  });
});

it('forgets dropped collections on disk as well', async () => {
  const c = context.db.collection('dropped');
  await c.insertMany(Array.from({ length: 3000 }, (_, i) => ({ i })));
  await c.drop();
  await c.insertOne({ i: -1 });
  expect(await c.find().toArray()).toHaveLength(1);
  const { port } = context.server;
  await context.server.stop();
  context.server = await start({ dbPath: context.folder, port, ttlEveryMs: 50 });
  // A connection of its own: the old ones may not have noticed yet that they are closed.
  const another = await MongoClient.connect(`${context.server.uri}/test`);
  expect(await another.db().collection('dropped').find().toArray()).toHaveLength(1);
  await another.close();
});

it('gives cursors their batches, keeps them to their collection and closes them', async () => {
  const c = context.db.collection('cursors');
  await c.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i as never, pad: 'x'.repeat(100) })));
  const cursor = c.find({}, { batchSize: 10 });
  await cursor.next();
  const id = cursor.id;
  await expect(context.db.command({ getMore: id, collection: 'other' })).rejects.toMatchObject({ code: 13 });
  await c.deleteMany({ _id: { $gte: 500 as never } });
  const rest = await cursor.toArray();
  expect(rest.length).toBeLessThan(520);
  await expect(context.db.command({ getMore: id, collection: 'cursors' })).rejects.toMatchObject({ code: 43 });
  const killed = c.find({}, { batchSize: 10 });
  await killed.next();
  await killed.close();
  expect((await context.db.admin().serverStatus()).metrics.cursor.open.total).toBe(0);
});

it('answers what shells and tools ask', async () => {
  const admin = context.db.admin();
  expect(await admin.command({ buildInfo: 1 })).toMatchObject({ version: '7.0.0' });
  expect(await admin.command({ getParameter: 1, featureCompatibilityVersion: 1 })).toMatchObject({ ok: 1 });
  for (const command of ['connectionStatus', 'hostInfo', 'top', 'replSetGetStatus', 'getCmdLineOpts', 'whatsmyuri'])
    expect(await admin.command({ [command]: 1 })).toMatchObject({ ok: 1 });
  expect(await admin.command({ getLog: 'startupWarnings' })).toMatchObject({ log: [] });
  expect((await admin.listDatabases()).databases.map(({ name }) => name)).toContain('test');
  expect(await context.db.stats()).toMatchObject({ db: 'test' });
  expect(await context.db.command({ collStats: 'cursors' })).toMatchObject({ ns: 'test.cursors', count: 500 });
});

it('runs from the command line, once per folder, and stops when asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-cli-'));
  const outfile = fileURLToPath(new URL('../dist/cli-under-test.js', import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('../src/cli.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const run = (...options: string[]) => {
    const child = spawn(process.execPath, [outfile, ...options]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    return { child, output: () => output, exit: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
  };
  const first = run('--dbpath', folder, '--port', '0');
  await vi.waitFor(() => expect(first.output()).toMatch(/listening on mongodb:\/\/127\.0\.0\.1:\d+\n/), {
    timeout: 10000,
  });
  const second = run('--dbpath', folder, '--port', '0');
  expect(await second.exit).toBe(1);
  expect(second.output()).toMatch(/already served by process \d+/);
  const client = await MongoClient.connect(/mongodb:\S+/.exec(first.output())?.[0] ?? '');
  await client.db('x').collection('y').insertOne({ a: 1 });
  await client.close();
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  expect(await run('--port', '0').exit).toBe(1);
  await rm(folder, { recursive: true, force: true });
});

it('ends what takes longer than the client waits, and sorts only what is asked for', async () => {
  const c = context.db.collection('slow');
  await c.insertMany(Array.from({ length: 3000 }, (_, i) => ({ i, pad: 'x'.repeat(2000) })));
  const pipeline = [{ $match: { $expr: { $eq: [{ $size: { $range: [0, 300] } }, 1] } } }];
  await expect(c.aggregate(pipeline, { maxTimeMS: 1 }).toArray()).rejects.toMatchObject({ code: 50 });
  expect(await c.find().sort({ i: -1 }).limit(2).project({ _id: 0, i: 1 }).toArray()).toEqual([
    { i: 2999 },
    { i: 2998 },
  ]);
});
