import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type MongoServerError } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../src/index.ts';

/** Mounts a file system of 24 MB, or tells that this machine lets nobody do that. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let folder: string;
let mounted = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  mounted = mountSmallDisk(folder);
});
afterAll(async () => {
  if (mounted) execFileSync('umount', [folder]);
  await rm(folder, { recursive: true, force: true });
});

const words = 'x'.repeat(64_000);

describe('a disk that gets full', () => {
  it('refuses writes by the server’s code, keeps serving reads, and has lost nothing afterwards', async (test) => {
    if (!mounted) test.skip('needs the right to mount a file system');
    const server = await start({ dbPath: folder, port: 0 });
    const client = await MongoClient.connect(server.uri);
    const kept: number[] = [];
    let refusal: MongoServerError | null = null;
    for (let n = 0; n < 1000 && refusal === null; n += 1) {
      await client
        .db('full')
        .collection<{ _id: number; words: string }>('notes')
        .insertOne({ _id: n, words }, { writeConcern: { j: true } })
        .then(
          () => kept.push(n),
          (error: MongoServerError) => {
            refusal = error;
          },
        );
    }
    expect(refusal).toMatchObject({ code: 14031 });
    expect(kept.length).toBeGreaterThan(20);
    expect(await client.db('full').collection('notes').countDocuments({ words })).toBe(kept.length);
    await client.close();
    await server.stop();

    const again = await start({ dbPath: folder, port: 0 });
    const reader = await MongoClient.connect(again.uri);
    const ids = await reader.db('full').collection('notes').distinct('_id');
    expect(ids.filter((id) => kept.includes(id as unknown as number))).toHaveLength(kept.length);
    expect(await reader.db('full').command({ validate: 'notes' })).toMatchObject({ valid: true });
    await reader.close();
    await again.stop();
  });
});
