import { EJSON } from 'bson';
import { toPlain } from '../aggregate/plain.ts';
import { decode } from '../bson/decode.ts';
import type { Doc } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { Blocked, type Locks } from '../transactions/locks.ts';
import type { Catalog, Collection } from './catalog.ts';
import { firstKeyValues, type IndexKeys, indexKeys } from './index-keys.ts';
import type { Index } from './indexes.ts';
import { readRecord, recordKey, recordValue } from './keys.ts';
import type { Store } from './store.ts';

/** What writing needs. */
export interface Target {
  store: Store;
  catalog: Catalog;
  collection: Collection;
  /** Keys that open transactions hold; none when the transaction itself writes. */
  locks?: Locks;
}

interface Pending {
  index: Index;
  made: IndexKeys;
}

/** The parts of a document that index keys are made of. */
function keyPart(collection: Collection, bytes: Buffer): Doc {
  return decode(bytes, 0, collection.keyFields);
}

function duplicateKey(collection: Collection, index: Index, doc: Doc): MongoError {
  const keyValue = firstKeyValues(index, doc);
  const text = [...keyValue].map(([name, value]) => `${name}: ${EJSON.stringify(toPlain(value))}`).join(', ');
  const message = `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name} dup key: { ${text} }`;
  return new MongoError(11000, message, { keyPattern: index.key, keyValue });
}

function findDuplicate(target: Target, index: Index, keys: readonly Buffer[], record: number): Buffer | undefined {
  if (!index.unique) return undefined;
  return keys.find((key) => {
    const blocker = target.locks?.ofKey(key);
    if (blocker) throw new Blocked(blocker);
    const holder = target.store.get(key);
    return holder !== undefined && readRecord(holder) !== record;
  });
}

/** Remembers what the keys showed about an index before any reader can meet them. */
function noteShape(target: Target, pending: readonly Pending[]): void {
  let changed = false;
  for (const { index, made } of pending) {
    if (made.cut && !index.cut) {
      index.cut = true;
      changed = true;
    }
    made.multikey.forEach((isArray, i) => {
      if (!isArray || index.multikey[i]) return;
      index.multikey[i] = true;
      changed = true;
    });
  }
  if (changed) target.catalog.save(target.collection);
}

/**
 * Stores a new document with its index keys and gives its record number, a new one unless told; call inside `write`.
 * @throws MongoError 11000 before anything is written, with keyPattern and keyValue.
 */
export function insertDocument(target: Target, bytes: Buffer, place?: number): number {
  const { store, collection } = target;
  const doc = keyPart(collection, bytes);
  const record = place ?? collection.nextRecord;
  const pending = collection.indexes.map((index): Pending => {
    const made = indexKeys(index, doc, record);
    if (findDuplicate(target, index, made.keys, record)) throw duplicateKey(collection, index, doc);
    return { index, made };
  });
  if (place === undefined) collection.nextRecord++;
  collection.count++;
  noteShape(target, pending);
  store.put(recordKey(collection.id, record), bytes);
  const value = recordValue(record);
  for (const { made } of pending) for (const key of made.keys) store.put(key, value);
  return record;
}

/** Replaces a document and the index keys that change; call inside `write`. */
export function replaceDocument(target: Target, record: number, before: Buffer, after: Buffer): void {
  const { store, collection } = target;
  const [oldDoc, newDoc] = [keyPart(collection, before), keyPart(collection, after)];
  const changes = collection.indexes.map((index) => {
    const made = indexKeys(index, newDoc, record);
    const old = indexKeys(index, oldDoc, record).keys;
    const added = made.keys.filter((key) => !old.some((other) => other.equals(key)));
    const removed = old.filter((key) => !made.keys.some((other) => other.equals(key)));
    if (findDuplicate(target, index, added, record)) throw duplicateKey(collection, index, newDoc);
    return { index, made, added, removed };
  });
  noteShape(target, changes);
  store.put(recordKey(collection.id, record), after);
  const value = recordValue(record);
  for (const { added, removed } of changes) {
    for (const key of removed) store.remove(key);
    for (const key of added) store.put(key, value);
  }
}

/** Removes a document and its index keys; call inside `write`. */
export function removeDocument(target: Target, record: number, bytes: Buffer): void {
  const { store, collection } = target;
  const doc = keyPart(collection, bytes);
  collection.count--;
  for (const index of collection.indexes) for (const key of indexKeys(index, doc, record).keys) store.remove(key);
  store.remove(recordKey(collection.id, record));
}

/**
 * Adds one document's keys to an index that is being built.
 * @throws MongoError 11000 for a duplicate among the documents.
 */
export function addToIndex(
  target: Target,
  index: Index,
  record: number,
  bytes: Buffer,
  fields: ReadonlySet<string> | undefined,
): void {
  const doc = decode(bytes, 0, fields);
  const made = indexKeys(index, doc, record);
  if (findDuplicate(target, index, made.keys, record)) throw duplicateKey(target.collection, index, doc);
  if (made.cut) index.cut = true;
  made.multikey.forEach((isArray, i) => {
    if (isArray) index.multikey[i] = true;
  });
  const value: Buffer = recordValue(record);
  for (const key of made.keys) target.store.put(key, value);
}
