import mongoose from 'mongoose';
import { missingIndexes } from '../../database/connect.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { SECOND_MS } from '../../lib/clock.ts';

const PATIENCE_MS = 2 * SECOND_MS;
const RETRY_AFTER = { 'Retry-After': '2' };

// Indexes do not go away by themselves: seen once on a connection, they need not be asked for every few seconds.
const seenComplete = new WeakSet<object>();

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function checkIndexes(): Promise<string[]> {
  const client = mongoose.connection.getClient();
  if (seenComplete.has(client)) return [];
  const missing = await missingIndexes();
  if (missing.length === 0) seenComplete.add(client);
  return missing;
}

async function ping(): Promise<void> {
  const { db } = mongoose.connection;
  if (!db) throw new Error('the database is not connected');
  await db.command({ ping: 1 });
}

/**
 * Checks that requests can be served.
 * @throws Problem 503 when the database does not answer within two seconds, or a unique index is missing
 */
export async function checkReadiness({ ctx }: { ctx: PublicContext }): Promise<void> {
  let missing: string[];
  try {
    await withinPatience(ping());
    missing = await withinPatience(checkIndexes());
  } catch (cause) {
    throw new Problem('unavailable', { detail: 'The database cannot be reached.', headers: RETRY_AFTER, cause });
  }
  if (missing.length === 0) return;
  ctx.services.logger.error({ missing }, 'unique indexes are missing');
  throw new Problem('unavailable', {
    detail: 'Unique indexes are missing; without them nothing can be stored safely.',
    headers: RETRY_AFTER,
  });
}
