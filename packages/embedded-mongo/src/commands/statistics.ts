import { decode } from '../bson/decode.ts';
import { validate as validateBson } from '../bson/validate.ts';
import { isDoc, isNumeric, toNumber } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import { indexKeys } from '../storage/index-keys.ts';
import { readRecord, storeRange } from '../storage/keys.ts';
import { yieldTurn } from './cursors.ts';
import { collectionName, findCollection, isSet, type Reply, type Request, type Server } from './request.ts';

/** The bytes of a collection's documents, by a sample when there are many. */
function sizeOf(server: Server, collection: Collection): number {
  const sample = server.store.read(storeRange(collection.id), { limit: 500 });
  const bytes = sample.reduce((sum, { value }) => sum + value.length, 0);
  return sample.length === 0 ? 0 : Math.round((bytes / sample.length) * collection.count);
}

/** `collStats`. */
export function collectionStatistics(request: Request): Reply {
  const name = collectionName(request);
  const collection = findCollection(request);
  const ns = `${request.db}.${name}`;
  if (!collection)
    return { ns, size: 0, count: 0, storageSize: 0, nindexes: 0, totalIndexSize: 0, indexSizes: {}, totalSize: 0 };
  const size = sizeOf(request.server, collection);
  const indexSizes = Object.fromEntries(collection.indexes.map((index) => [index.name, collection.count * 40]));
  const totalIndexSize = collection.count * 40 * collection.indexes.length;
  const avgObjSize = collection.count > 0 ? Math.round(size / collection.count) : 0;
  return {
    ns,
    size,
    count: collection.count,
    avgObjSize,
    storageSize: size,
    capped: false,
    nindexes: collection.indexes.length,
    indexSizes,
    totalIndexSize,
    totalSize: size + totalIndexSize,
  };
}

/** `dbStats`. */
export function databaseStatistics({ server, db }: Request): Reply {
  const list = server.catalog.list(db);
  const objects = list.reduce((sum, { count }) => sum + count, 0);
  const dataSize = list.reduce((sum, collection) => sum + sizeOf(server, collection), 0);
  const indexes = list.reduce((sum, collection) => sum + collection.indexes.length, 0);
  return {
    db,
    collections: list.length,
    views: 0,
    objects,
    avgObjSize: objects > 0 ? dataSize / objects : 0,
    dataSize,
    storageSize: dataSize,
    indexes,
    indexSize: objects * 40,
    totalSize: dataSize,
  };
}

/** Checks one record and its keys; counts what each index should have of them. */
function validateRecord(
  server: Server,
  collection: Collection,
  record: number,
  bytes: Buffer,
  expected: Map<string, number>,
): string[] {
  validateBson(bytes);
  const errors: string[] = [];
  for (const index of collection.indexes) {
    const { keys } = indexKeys(index, decode(bytes), record);
    expected.set(index.name, (expected.get(index.name) ?? 0) + keys.length);
    for (const key of keys) {
      const holder = server.store.get(key);
      if (!holder || readRecord(holder) !== record) errors.push(`record ${record} is missing from ${index.name}`);
    }
  }
  return errors;
}

/** `validate`: reads every document and checks that each index has exactly its keys. */
export async function validateCollection(request: Request): Promise<Reply> {
  const { server } = request;
  const collection = findCollection(request);
  const ns = `${request.db}.${collectionName(request)}`;
  if (!collection) throw new MongoError(26, `Collection '${ns}' does not exist to validate.`);
  const errors: string[] = [];
  const expected = new Map<string, number>();
  let nrecords = 0;
  let after: Buffer | undefined;
  do {
    const entries = server.store.read(storeRange(collection.id), { limit: 500, after });
    for (const { key, value } of entries)
      errors.push(...validateRecord(server, collection, readRecord(key), value, expected));
    nrecords += entries.length;
    after = entries[entries.length - 1]?.key;
    await yieldTurn();
  } while (after);
  const keysPerIndex = Object.fromEntries(
    collection.indexes.map(({ name, id }) => [name, server.store.count(storeRange(id))]),
  );
  for (const [name, keys] of Object.entries(keysPerIndex)) {
    if (keys !== (expected.get(name) ?? 0))
      errors.push(`${name} has ${keys} keys, expected ${expected.get(name) ?? 0}`);
  }
  const nIndexes = collection.indexes.length;
  return {
    ns,
    nrecords,
    nInvalidDocuments: 0,
    nIndexes,
    keysPerIndex,
    valid: errors.length === 0,
    warnings: [],
    errors: errors.slice(0, 100),
  };
}

/** `collMod`: changes when a TTL index expires, or hides an index. */
export async function modifyCollection(request: Request): Promise<Reply> {
  const { store, catalog } = request.server;
  const name = collectionName(request);
  const change = request.command.get('index');
  for (const option of ['validator', 'viewOn', 'pipeline'])
    if (request.command.has(option)) throw new MongoError(115, `${option} is not supported by this server`);
  return store.write(() => {
    const collection = catalog.find(request.db, name);
    if (!collection) throw new MongoError(26, `ns does not exist: ${request.db}.${name}`);
    if (!isDoc(change)) return {};
    const pattern = change.get('keyPattern');
    const index = collection.indexes.find(
      (item) =>
        item.name === change.get('name') ||
        (isDoc(pattern) &&
          JSON.stringify([...pattern].map(([path, value]) => [path, Number(value)])) ===
            JSON.stringify([...item.key].map(([path, value]) => [path, Number(value)]))),
    );
    if (!index) throw new MongoError(27, 'cannot find index for collMod');
    const reply: Reply = {};
    const seconds = change.get('expireAfterSeconds');
    if (isNumeric(seconds)) {
      Object.assign(reply, {
        expireAfterSeconds_old: index.expireAfterSeconds,
        expireAfterSeconds_new: toNumber(seconds),
      });
      index.expireAfterSeconds = toNumber(seconds);
    }
    if (change.has('hidden')) {
      Object.assign(reply, { hidden_old: index.hidden, hidden_new: isSet(change.get('hidden')) });
      index.hidden = isSet(change.get('hidden'));
    }
    catalog.save(collection);
    return reply;
  });
}
