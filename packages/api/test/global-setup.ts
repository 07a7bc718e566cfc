import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
    /** What the names of this run's databases begin with; each test process has one of its own. */
    databasePrefix: string;
  }
}

async function startEmbedded(): Promise<{ uri: string; stop(): Promise<void> }> {
  const { start } = await import('../../embedded-mongo/src/index.ts');
  const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-api-test-'));
  const server = await start({ dbPath: folder, port: 0 });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { uri: server.uri, stop };
}

async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  await client.close();
}

/** Uses the server of `TEST_MONGODB_URI`, or starts the embedded one in a folder that is thrown away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_MONGODB_URI;
  const server = given ? { uri: given, stop: async () => undefined } : await startEmbedded();
  const prefix = `norvalt_test_${randomUUID().slice(0, 8)}_`;
  project.provide('mongodbUri', server.uri);
  project.provide('databasePrefix', prefix);
  return async () => {
    await dropDatabases(server.uri, prefix);
    await server.stop();
  };
}
