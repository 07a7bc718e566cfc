import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, type StartOptions, start } from '../src/index.ts';

/** A server on a folder of its own, with a connected client, for all tests of a file. */
export interface TestServer {
  server: RunningServer;
  client: MongoClient;
  db: Db;
  folder: string;
}

/** Starts a server before a file's tests and removes it after them. */
export function withServer(options: Partial<StartOptions> = {}): TestServer {
  const context = {} as TestServer;
  beforeAll(async () => {
    context.folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
    context.server = await start({ dbPath: context.folder, port: 0, ...options });
    context.client = await MongoClient.connect(`${context.server.uri}/test`);
    context.db = context.client.db();
  });
  afterAll(async () => {
    await context.client?.close();
    await context.server?.stop();
    await rm(context.folder, { recursive: true, force: true });
  });
  return context;
}
