import { randomBytes } from 'node:crypto';
import { Binary, serialize } from 'bson';
import { decode } from '../bson/decode.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { type Index, indexRecord, keyFieldsOf, readIndex } from './indexes.ts';
import { storeRange } from './keys.ts';
import type { Store } from './store.ts';

/** A collection, its indexes and its counters. */
export interface Collection {
  id: number;
  db: string;
  name: string;
  uuid: Binary;
  options: Doc;
  indexes: Index[];
  /** The fields that index keys are made of, or undefined when a partial filter may look at any. */
  keyFields: Set<string> | undefined;
  nextRecord: number;
  count: number;
  dropped: boolean;
}

const catalogStore = 0;

function catalogKey(kind: string, name: string): Buffer {
  return Buffer.concat([storeRange(catalogStore).low, Buffer.from(`${kind}${name}`)]);
}

function namespace(db: string, name: string): string {
  return `${db}\0${name}`;
}

/** All collections, held in memory and written through to the store. Its changes belong inside `store.write`. */
export class Catalog {
  readonly #store: Store;
  readonly #collections = new Map<string, Collection>();
  #nextId = 1;
  constructor(store: Store) {
    this.#store = store;
    this.load();
    store.onFailure = () => this.load();
  }

  /** Reads everything again, after a commit that failed. */
  load(): void {
    this.#collections.clear();
    for (const { key, value } of this.#store.read(storeRange(catalogStore))) {
      if (key[4] === 'n'.charCodeAt(0)) this.#nextId = value.readUInt32LE(0);
      if (key[4] === 'c'.charCodeAt(0)) this.#add(decode(value));
    }
  }

  #add(record: Doc): void {
    const list = record.get('indexes');
    const uuid = record.get('uuid');
    const options = record.get('options');
    const indexes = Array.isArray(list) ? list.filter(isDoc).map(readIndex) : [];
    const id = Number(record.get('id'));
    const [last] = this.#store.read(storeRange(id), { reverse: true, limit: 1 });
    const [idIndex] = indexes;
    const collection: Collection = {
      id,
      db: String(record.get('db')),
      name: String(record.get('name')),
      uuid: uuid instanceof Binary ? uuid : new Binary(randomBytes(16), 4),
      options: isDoc(options) ? options : new Map(),
      indexes,
      keyFields: keyFieldsOf(indexes),
      nextRecord: last ? last.key.readUIntBE(4, 6) + 1 : 1,
      count: idIndex ? this.#store.count(storeRange(idIndex.id)) : 0,
      dropped: false,
    };
    this.#collections.set(namespace(collection.db, collection.name), collection);
  }

  /** The collection of that name, if there is one. */
  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(namespace(db, name));
  }

  /** All collections, of one database or of every one. */
  list(db?: string): Collection[] {
    return [...this.#collections.values()].filter((collection) => db === undefined || collection.db === db);
  }

  /** A number no store has had before. */
  newId(): number {
    const id = this.#nextId++;
    const value = Buffer.alloc(4);
    value.writeUInt32LE(this.#nextId, 0);
    this.#store.put(catalogKey('n', ''), value);
    return id;
  }

  /** Makes a collection with its `_id` index. */
  create(db: string, name: string, options: Doc = new Map()): Collection {
    const idIndex = this.makeIndex(
      new Map<string, Value>([
        ['key', new Map([['_id', 1]])],
        ['name', '_id_'],
        ['unique', true],
      ]),
    );
    const collection: Collection = {
      id: this.newId(),
      db,
      name,
      uuid: new Binary(randomBytes(16), 4),
      options,
      indexes: [{ ...idIndex, ready: true }],
      keyFields: new Set(['_id']),
      nextRecord: 1,
      count: 0,
      dropped: false,
    };
    this.#collections.set(namespace(db, name), collection);
    this.save(collection);
    return collection;
  }

  /** A new index by its specification, not ready and not yet part of a collection. */
  makeIndex(spec: Doc): Index {
    return { ...readIndex(new Map<string, Value>([...spec, ['id', this.newId()]])), ready: false };
  }

  /** Writes a collection's record after its indexes or options have changed. */
  save(collection: Collection): void {
    collection.keyFields = keyFieldsOf(collection.indexes);
    const record = new Map<string, Value>([
      ['id', collection.id],
      ['db', collection.db],
      ['name', collection.name],
      ['uuid', collection.uuid],
      ['options', collection.options],
      ['indexes', collection.indexes.map(indexRecord)],
    ]);
    this.#store.put(catalogKey('c', namespace(collection.db, collection.name)), Buffer.from(serialize(record)));
  }

  /** Takes a collection out of the catalog; its stores go to the trash. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.#collections.delete(namespace(collection.db, collection.name));
    this.#store.remove(catalogKey('c', namespace(collection.db, collection.name)));
    for (const id of [collection.id, ...collection.indexes.map((index) => index.id)]) this.discard(id);
  }

  /** Gives a collection another name. */
  rename(collection: Collection, db: string, name: string): void {
    this.#collections.delete(namespace(collection.db, collection.name));
    this.#store.remove(catalogKey('c', namespace(collection.db, collection.name)));
    collection.db = db;
    collection.name = name;
    this.#collections.set(namespace(db, name), collection);
    this.save(collection);
  }

  /** Marks a store's keys for removal, which happens little by little. */
  discard(storeId: number): void {
    this.#store.put(catalogKey('t', String(storeId)), Buffer.from([0]));
  }

  /** Removes up to `limit` keys of discarded stores; false when nothing is left. Call inside `write`. */
  purge(limit: number): boolean {
    const [trash] = this.#store.read({ low: catalogKey('t', ''), high: catalogKey('u', '') }, { limit: 1 });
    if (!trash) return false;
    const entries = this.#store.read(storeRange(Number(trash.key.toString('utf8', 5))), { limit });
    for (const { key } of entries) this.#store.remove(key);
    if (entries.length < limit) this.#store.remove(trash.key);
    return true;
  }
}
