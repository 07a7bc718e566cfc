import mongoose from 'mongoose';
import { SECOND_MS } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';

const EVERY_MS = 5 * SECOND_MS;
const PATIENCE_MS = 4 * SECOND_MS;
/** So often in a row the database has to answer somebody else and not us: a pool that is busy for a moment is not cut off. */
const MOST_ROUNDS = 5;

/** Asks the database for a sign of life, and rejects when there is none. */
type Ask = () => Promise<unknown>;

/** Who is asked, and what to do when it is certain that only this process does not reach the database. */
interface DatabaseWatchParts {
  /** By the connections of this process. */
  asUs: Ask;
  /** By a connection that is new each time. */
  asSomebodyNew: Ask;
  onCutOff: () => void;
  logger: Logger;
}

async function answers(ask: Ask): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/**
 * Notices when a process is cut off from a database that is there: a driver whose view of the server is stuck, as after
 * the process stood still, fails every question for good. While the database is away for everybody there is nothing to do.
 */
export class DatabaseWatch {
  readonly #parts: DatabaseWatchParts;
  #rounds = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: DatabaseWatchParts) {
    this.#parts = parts;
  }

  /** Looks again and again until `stop`. */
  start(): void {
    this.#timer = setTimeout(() => void this.look().finally(() => this.#timer && this.start()), EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Looks once. */
  async look(): Promise<void> {
    const { asUs, asSomebodyNew, onCutOff, logger } = this.#parts;
    const isCutOff = !(await answers(asUs)) && (await answers(asSomebodyNew));
    this.#rounds = isCutOff ? this.#rounds + 1 : 0;
    if (this.#rounds < MOST_ROUNDS) return;
    this.#rounds = 0;
    logger.error({ rounds: MOST_ROUNDS }, 'the database answers others, but not this process');
    onCutOff();
  }
}

/** Asks by the connections of mongoose. */
export async function pingAsUs(): Promise<unknown> {
  const { db } = mongoose.connection;
  if (!db) throw new Error('not connected');
  return db.command({ ping: 1 });
}

/** Asks by a connection that is opened for it and closed after it. */
export async function pingAsSomebodyNew(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    connectTimeoutMS: PATIENCE_MS,
  });
  try {
    await client.db().command({ ping: 1 });
  } finally {
    await client.close();
  }
}
