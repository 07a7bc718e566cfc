import type { Transaction as Snapshot } from 'lmdb';
import { decode } from '../bson/decode.ts';
import type { Server } from '../commands/request.ts';
import type { View } from '../commands/view.ts';
import type { Writer } from '../commands/writer.ts';
import { MongoError } from '../errors.ts';
import { type Row, runPlan } from '../plan/runPlan.ts';
import type { Collection } from '../storage/catalog.ts';
import { firstKeyValues, indexKeys } from '../storage/indexKeys.ts';
import { readRecord, recordKey } from '../storage/keys.ts';
import { insertDocument, removeDocument, replaceDocument } from '../storage/writeDocument.ts';

/** One changed record; undefined bytes stand for none, before or after. */
interface Change {
  collection: Collection;
  before: Buffer | undefined;
  after: Buffer | undefined;
}

/** Thrown when a transaction writes to a collection that has to be made first. */
export class MissingCollection extends Error {
  readonly db: string;
  readonly collection: string;
  constructor(db: string, collection: string) {
    super(`${db}.${collection} has to be made`);
    this.db = db;
    this.collection = collection;
  }
}

const firstNewRecord = 2 ** 46;

/** A conflict that the client answers by running the whole transaction again. */
export function writeConflict(): MongoError {
  return new MongoError(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  );
}

/**
 * A multi-document transaction: it reads a snapshot with its own changes laid over, holds locks on what it changes, and
 * writes all of it in one commit.
 */
export class Transaction {
  readonly number: bigint;
  readonly startedAt = performance.now();
  readonly ended: Promise<void>;
  readonly #server: Server;
  readonly #snapshot: Snapshot;
  readonly #changes = new Map<number, Map<number, Change>>();
  #newRecords = 0;
  #isOpen = true;
  #announceEnd: () => void = () => undefined;

  constructor(server: Server, number: bigint) {
    this.#server = server;
    this.number = number;
    this.#snapshot = server.store.snapshot();
    this.ended = new Promise((resolve) => {
      this.#announceEnd = resolve;
    });
  }

  /** Whether it has neither been committed nor aborted. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** What the transaction's commands read. */
  view(): View {
    const { store } = this.#server;
    const snapshot = this.#snapshot;
    const changesOf = (collection: Collection) => this.#changes.get(collection.id);
    return {
      store,
      inTransaction: true,
      startedAt: this.startedAt,
      changes: (collection) => changesOf(collection) !== undefined,
      *rows(plan, options) {
        const changes = changesOf(options.collection);
        for (const row of runPlan(plan, { ...options, store, snapshot }))
          if (!row || !changes?.has(row.record)) yield row;
        for (const [record, { after }] of changes ?? []) if (after) yield { record, bytes: after };
      },
    };
  }

  /** Where the transaction's changes go. */
  writer(): Writer {
    const { catalog } = this.#server;
    return {
      view: this.view(),
      find: (db, name) => catalog.find(db, name),
      need: (db, name) => {
        const collection = catalog.find(db, name);
        if (!collection) throw new MissingCollection(db, name);
        return collection;
      },
      claim: (collection, rows) => {
        for (const row of rows) this.#claim(collection, row);
      },
      insert: (collection, bytes) => this.#change(collection, firstNewRecord + this.#newRecords++, undefined, bytes),
      replace: (collection, row, bytes) => this.#change(collection, row.record, row.bytes, bytes),
      remove: (collection, row) => this.#change(collection, row.record, row.bytes, undefined),
    };
  }

  /** Takes a record for this transaction, unless somebody else has changed or taken it since the snapshot. */
  #claim(collection: Collection, { record }: Row): void {
    const { locks, store } = this.#server;
    if (record >= firstNewRecord) return;
    const holder = locks.ofRecord(collection.id, record);
    if (holder === this) return;
    const key = recordKey(collection.id, record);
    const [now, then] = [store.get(key), store.get(key, this.#snapshot)];
    if (holder || !now || !then?.equals(now)) throw writeConflict();
    locks.takeRecord(collection.id, record, this);
  }

  #change(collection: Collection, record: number, before: Buffer | undefined, after: Buffer | undefined): void {
    if (before) this.#claim(collection, { record, bytes: before });
    if (after) this.#claimKeys(collection, record, after);
    const changes = this.#changes.get(collection.id) ?? new Map<number, Change>();
    this.#changes.set(collection.id, changes);
    const first = changes.get(record);
    if (!after && !first?.before && record >= firstNewRecord) changes.delete(record);
    else changes.set(record, { collection, before: first ? first.before : before, after });
  }

  /** Takes the keys of unique indexes. @throws MongoError 11000 for one that is taken, 112 for one taken since. */
  #claimKeys(collection: Collection, record: number, bytes: Buffer): void {
    const { locks, store } = this.#server;
    const doc = decode(bytes, 0, collection.keyFields);
    for (const index of collection.indexes) {
      if (!index.unique) continue;
      for (const key of indexKeys(index, doc, record).keys) {
        const holder = locks.ofKey(key);
        if (holder && holder !== this) throw writeConflict();
        if (this.#isTaken(collection, index.name, key, record)) throw duplicate(collection, index, doc);
        const [now, then] = [store.get(key), store.get(key, this.#snapshot)];
        if (now && !then) throw writeConflict();
        locks.takeKey(key, this);
      }
    }
  }

  /** Whether another document, as this transaction sees them, has a key. */
  #isTaken(collection: Collection, indexName: string, key: Buffer, record: number): boolean {
    const changes = this.#changes.get(collection.id);
    const index = collection.indexes.find(({ name }) => name === indexName);
    const holder = this.#server.store.get(key, this.#snapshot);
    if (holder && readRecord(holder) !== record && !changes?.has(readRecord(holder))) return true;
    for (const [other, { after }] of changes ?? []) {
      if (other === record || !after || !index) continue;
      if (indexKeys(index, decode(after, 0, collection.keyFields), other).keys.some((item) => item.equals(key)))
        return true;
    }
    return false;
  }

  /** Writes all changes; call inside `store.write`. */
  apply(): void {
    const { store, catalog } = this.#server;
    const changes = [...this.#changes.values()].flatMap((of) => [...of]);
    if (changes.some(([, { collection }]) => collection.dropped)) throw writeConflict();
    // What goes away goes first, so that the keys it had are free.
    for (const [record, { collection, before, after }] of changes) {
      if (before && !after) removeDocument({ store, catalog, collection }, record, before);
    }
    for (const [record, { collection, before, after }] of changes) {
      if (before && after) replaceDocument({ store, catalog, collection }, record, before, after);
    }
    for (const [, { collection, before, after }] of changes) {
      if (!before && after) insertDocument({ store, catalog, collection }, after);
    }
  }

  /** Lets go of the snapshot and of all locks. */
  end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#snapshot.done();
    this.#server.locks.release(this);
    this.#announceEnd();
  }
}

function duplicate(
  collection: Collection,
  index: Collection['indexes'][number],
  doc: Parameters<typeof firstKeyValues>[1],
): MongoError {
  const message = `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name}`;
  return new MongoError(11000, message, { keyPattern: index.key, keyValue: firstKeyValues(index, doc) });
}
