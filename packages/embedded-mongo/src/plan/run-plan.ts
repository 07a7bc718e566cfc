import type { Transaction } from 'lmdb';
import { MongoError } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import { readRecord, recordKey } from '../storage/keys.ts';
import type { KeyRange, Store } from '../storage/store.ts';
import type { Plan } from './choose-plan.ts';

/** A record as it is stored. */
export interface Row {
  record: number;
  bytes: Buffer;
}

/** Counts what a plan has looked at. */
export interface Examined {
  keys: number;
  documents: number;
}

/** What running a plan needs. */
export interface RunOptions {
  store: Store;
  collection: Collection;
  snapshot?: Transaction | undefined;
  /** How many rows are likely to be wanted, so that no more are read at first. */
  expected?: number | undefined;
  examined?: Examined;
}

const largestChunk = 512;

function hasDuplicates(plan: Plan): boolean {
  return plan.index?.multikey.includes(true) === true;
}

/**
 * Runs a plan. A null among the rows is a place where the caller may let others have their turn: what comes after is
 * read afresh, so nothing stale is seen.
 */
export function* runPlan(plan: Plan, options: RunOptions): Generator<Row | null> {
  const seen = plan.branches || hasDuplicates(plan) ? new Set<number>() : undefined;
  for (const branch of plan.branches ?? [plan]) {
    const ranges = branch.reverse ? branch.ranges.toReversed() : branch.ranges;
    for (const range of ranges) yield* readRange(branch, range, options, seen);
  }
}

function* readRange(
  plan: Plan,
  range: KeyRange,
  options: RunOptions,
  seen: Set<number> | undefined,
): Generator<Row | null> {
  const { store, collection, snapshot, examined } = options;
  let after: Buffer | undefined;
  let limit = Math.min(Math.max(options.expected ?? 16, 1), largestChunk);
  for (;;) {
    const entries = store.read(range, { reverse: plan.reverse, limit, after, snapshot });
    for (const { key, value } of entries) {
      if (examined) examined.keys += plan.index ? 1 : 0;
      const record = readRecord(plan.index ? value : key);
      if (seen?.has(record)) continue;
      seen?.add(record);
      const bytes = plan.index ? store.get(recordKey(collection.id, record), snapshot) : value;
      if (!bytes) continue;
      if (examined) examined.documents++;
      yield { record, bytes };
    }
    const last = entries[entries.length - 1];
    if (!last || (entries.length < limit && plan.index)) return;
    after = last.key;
    limit = Math.min(limit * 4, largestChunk);
    yield null;
    if (collection.dropped || (plan.index && !collection.indexes.includes(plan.index))) {
      throw new MongoError(175, 'query plan killed :: collection or index dropped');
    }
  }
}
