import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { start } from '../../src/index.ts';

const isLong = process.env.EMBEDDED_MONGO_LONG === '1';
const kills = isLong ? 50 : 2;
let bundle = '';
let work = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'embedded-mongo-kill-'));
  // Beside the packages it imports, so that Node finds them.
  bundle = fileURLToPath(new URL('../../dist/victim.js', import.meta.url));
  const entry = fileURLToPath(new URL('victim.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
    logLevel: 'error',
  });
});

afterAll(() => rm(work, { recursive: true, force: true }));

async function startVictim(folder: string, mutant?: string): Promise<{ child: ChildProcess; port: number }> {
  const portFile = join(work, `port-${Math.random()}`);
  const child = spawn(process.execPath, [bundle, folder, portFile, ...(mutant ? [mutant] : [])], { stdio: 'inherit' });
  await vi.waitFor(() => expect(existsSync(portFile) && readFileSync(portFile, 'utf8')).toMatch(/\n/), {
    timeout: 15000,
    interval: 20,
  });
  return { child, port: Number(readFileSync(portFile, 'utf8')) };
}

/** Writes from several clients until the server is killed; gives the ids that were acknowledged. */
async function writeUntilKilled(folder: string, round: number, mutant?: string): Promise<Set<string>> {
  const { child, port } = await startVictim(folder, mutant);
  const client = new MongoClient(
    `mongodb://127.0.0.1:${port}/kill?directConnection=true&retryWrites=false&serverSelectionTimeoutMS=500`,
  );
  const collection = client.db().collection<{ _id: string; pad: string; n: number }>('events');
  await collection.createIndex({ n: 1 });
  const acknowledged = new Set<string>();
  const enough = 40 + Math.floor(Math.random() * 400);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const writer = async (who: number): Promise<void> => {
    for (let n = 0; ; n++) {
      const _id = `${round}-${who}-${n}`;
      await collection.insertOne({ _id, pad: 'x'.repeat(n % 700), n }, { writeConcern: { w: 'majority', j: true } });
      acknowledged.add(_id);
      if (acknowledged.size >= enough) child.kill('SIGKILL');
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, (_, who) => writer(who)));
  await exited;
  await client.close();
  return acknowledged;
}

/** The acknowledged ids that a server started afterwards does not have. */
async function lost(folder: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const server = await start({ dbPath: folder, port: 0 });
  const client = await MongoClient.connect(`${server.uri}/kill`);
  const found = await client
    .db()
    .collection<{ _id: string }>('events')
    .find({}, { projection: { _id: 1 } })
    .toArray();
  const validity = await client.db().command({ validate: 'events' });
  await client.close();
  await server.stop();
  expect(validity).toMatchObject({ valid: true, errors: [] });
  const present = new Set(found.map(({ _id }) => _id));
  return [...acknowledged].filter((id) => !present.has(id));
}

/** Starting with what was flushed and nothing else is what a power cut leaves behind. */
async function withoutUnflushed<T>(action: () => Promise<T>): Promise<T> {
  process.env.LMDB_RESTORE = 'safe';
  try {
    return await action();
  } finally {
    delete process.env.LMDB_RESTORE;
  }
}

it(
  `loses nothing acknowledged in ${kills} kills under load, nor in a power cut`,
  async () => {
    const folder = await mkdtemp(join(work, 'data-'));
    const acknowledged = new Set<string>();
    for (let round = 0; round < kills; round++) {
      for (const id of await writeUntilKilled(folder, round)) acknowledged.add(id);
      const missing = await withoutUnflushed(() => lost(folder, acknowledged));
      expect(missing).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(kills * 40);
  },
  isLong ? 600000 : 60000,
);

it('notices a server that answers before the write is on disk', async () => {
  let missing: string[] = [];
  for (let round = 0; round < 20 && missing.length === 0; round++) {
    const folder = await mkdtemp(join(work, 'mutant-'));
    missing = await withoutUnflushed(async () => lost(folder, await writeUntilKilled(folder, round, 'early')));
  }
  expect(missing.length).toBeGreaterThan(0);
}, 60000);
