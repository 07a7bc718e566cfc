import type { Transaction as Snapshot } from 'lmdb';
import { decode } from '../bson/decode.ts';
import type { Server } from '../commands/request.ts';
import type { View } from '../commands/view.ts';
import type { Writer } from '../commands/writer.ts';
import { MongoError } from '../errors.ts';
import { type Row, runPlan } from '../plan/run-plan.ts';
import type { Collection } from '../storage/catalog.ts';
import { firstKeyValues, indexKeys } from '../storage/index-keys.ts';
import { readRecord, recordKey } from '../storage/keys.ts';
import { insertDocument, removeDocument } from '../storage/write-document.ts';

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
  /** The unique keys that changed records have now, and the other way round. */
  readonly #keys = new Map<string, number>();
  readonly #keysOf = new Map<string, string[]>();
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
      bytesOf: (collection, record) => {
        const change = changesOf(collection)?.get(record);
        return change ? change.after : store.get(recordKey(collection.id, record), snapshot);
      },
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
    this.#claimKeys(collection, record, after);
    const changes = this.#changes.get(collection.id) ?? new Map<number, Change>();
    this.#changes.set(collection.id, changes);
    const first = changes.get(record);
    if (!after && !first?.before && record >= firstNewRecord) changes.delete(record);
    else changes.set(record, { collection, before: first ? first.before : before, after });
  }

  /**
   * Takes the unique keys that a record has after a change, and gives up those it had.
   * @throws MongoError 11000 for one that another document has, 112 for one taken since the snapshot.
   */
  #claimKeys(collection: Collection, record: number, after: Buffer | undefined): void {
    const owner = `${collection.id}:${record}`;
    const taken: string[] = [];
    const doc = after && decode(after, 0, collection.keyFields);
    for (const index of collection.indexes) {
      if (!doc || !index.unique) continue;
      for (const key of indexKeys(index, doc, record).keys) {
        if (this.#isFree(collection, key, record)) taken.push(key.toString('latin1'));
        else throw duplicate(collection, index, doc);
        this.#server.locks.takeKey(key, this);
      }
    }
    for (const key of this.#keysOf.get(owner) ?? []) this.#keys.delete(key);
    this.#keysOf.set(owner, taken);
    for (const key of taken) this.#keys.set(key, record);
  }

  /** Whether no other document, as this transaction sees them, has a key. @throws MongoError 112 for one taken since. */
  #isFree(collection: Collection, key: Buffer, record: number): boolean {
    const { locks, store } = this.#server;
    const holder = locks.ofKey(key);
    if (holder && holder !== this) throw writeConflict();
    const own = this.#keys.get(key.toString('latin1'));
    if (own !== undefined) return own === record;
    const then = store.get(key, this.#snapshot);
    if (!then && store.get(key)) throw writeConflict();
    return !then || readRecord(then) === record || this.#changes.get(collection.id)?.has(readRecord(then)) === true;
  }

  /** Writes all changes; call inside `store.write`. */
  apply(): void {
    const { store, catalog } = this.#server;
    const changes = [...this.#changes.values()].flatMap((of) => [...of]);
    if (changes.some(([, { collection }]) => collection.dropped)) throw writeConflict();
    // What was there goes first, so that documents can exchange unique values.
    for (const [record, { collection, before }] of changes) {
      if (before) removeDocument({ store, catalog, collection }, record, before);
    }
    for (const [record, { collection, before, after }] of changes) {
      if (after) insertDocument({ store, catalog, collection }, after, before ? record : undefined);
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
