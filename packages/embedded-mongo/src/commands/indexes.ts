import { equals } from '../bson/compare.ts';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../storage/catalog.ts';
import { type Index, indexSpec } from '../storage/indexes.ts';
import { readRecord, storeRange } from '../storage/keys.ts';
import { addToIndex } from '../storage/write-document.ts';
import { RawBatch } from './cursors.ts';
import { encode } from './query.ts';
import {
  checkNames,
  collectionName,
  docsArgument,
  findCollection,
  isSet,
  type Reply,
  type Request,
} from './request.ts';

const knownOptions = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'hidden',
  'collation',
  'dropDups',
  'storageEngine',
]);

function checkKey(spec: Doc): Doc {
  const key = spec.get('key');
  if (!isDoc(key)) throw new MongoError(9, "The 'key' field is a required property of an index specification");
  if (key.size === 0) throw new MongoError(67, 'Index keys cannot be an empty object');
  if (key.size > 32) throw new MongoError(13103, 'too many compound keys');
  for (const [path, direction] of key) {
    if (typeof direction === 'string')
      throw new MongoError(115, `${direction} indexes are not supported by this server`);
    if (!isNumeric(direction) || toNumber(direction) === 0)
      throw new MongoError(67, `Values in v:2 index key pattern cannot be of this type or 0: ${path}`);
    if (path === '' || path.split('.').some((part) => part === '' || part.startsWith('$')))
      throw new MongoError(67, `Index key contains an illegal field name: '${path}'`);
  }
  return key;
}

function checkOptions(spec: Doc, key: Doc): void {
  for (const name of spec.keys()) {
    if (!knownOptions.has(name))
      throw new MongoError(197, `The field '${name}' is not valid for an index specification.`);
  }
  const collation = spec.get('collation');
  if (isDoc(collation) && collation.get('locale') !== 'simple')
    throw new MongoError(115, 'collation is not supported by this server');
  const filter = spec.get('partialFilterExpression');
  if (filter !== undefined) {
    if (!isDoc(filter)) throw new MongoError(14, "The field 'partialFilterExpression' must be an object");
    if (isSet(spec.get('sparse')))
      throw new MongoError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
    compileFilter(filter);
  }
  const expiry = spec.get('expireAfterSeconds');
  if (expiry !== undefined) {
    if (!isNumeric(expiry)) throw new MongoError(14, "The field 'expireAfterSeconds' must be a number");
    if (toNumber(expiry) < 0 || toNumber(expiry) > 2147483647)
      throw new MongoError(67, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
    if (key.size > 1 || key.has('_id'))
      throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  }
}

/** The checked specification in the form the catalog keeps. */
function readSpec(spec: Doc): Doc {
  const key = checkKey(spec);
  checkOptions(spec, key);
  const name = spec.get('name');
  if (typeof name !== 'string' || name === '')
    throw new MongoError(9, "The 'name' field is a required property of an index specification");
  const result: Doc = new Map<string, Value>([
    ['key', key],
    ['name', name],
  ]);
  for (const option of ['unique', 'sparse', 'hidden']) if (isSet(spec.get(option))) result.set(option, true);
  for (const option of ['partialFilterExpression', 'expireAfterSeconds'])
    if (spec.has(option)) result.set(option, spec.get(option));
  return result;
}

function sameKey(a: Doc, b: Doc): boolean {
  return (
    JSON.stringify([...a].map(([path, value]) => [path, Number(value)])) ===
    JSON.stringify([...b].map(([path, value]) => [path, Number(value)]))
  );
}

/** Whether the index exists already; conflicts are the server's errors. */
function exists(collection: Collection, spec: Doc): boolean {
  const [key, name] = [spec.get('key'), spec.get('name')];
  for (const index of collection.indexes) {
    const isSameKey = isDoc(key) && sameKey(index.key, key);
    const filter = spec.get('partialFilterExpression');
    const isSameFilter = index.partial ? equals(index.partial.filter, filter) : filter === undefined;
    if (index.name === '_id_' && isSameKey) return true;
    const isSame =
      isSameKey &&
      isSameFilter &&
      index.unique === (spec.get('unique') === true) &&
      index.sparse === (spec.get('sparse') === true) &&
      index.expireAfterSeconds ===
        (spec.has('expireAfterSeconds') ? Number(spec.get('expireAfterSeconds')) : undefined);
    if (index.name === name) {
      if (isSame) return true;
      throw new MongoError(
        86,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${String(name)}`,
      );
    }
    if (isSame) throw new MongoError(85, `Index already exists with a different name: ${index.name}`);
    if (isSameKey && isSameFilter && index.unique === (spec.get('unique') === true))
      throw new MongoError(
        85,
        `An equivalent index already exists with the same name but different options. Requested index: ${String(name)}`,
      );
  }
  return false;
}

function build(request: Request, collection: Collection, spec: Doc): Index {
  const { store, catalog } = request.server;
  const index = catalog.makeIndex(spec);
  const names = index.fields.map(({ parts }) => parts[0] ?? '');
  const filterFields = index.partial ? index.partial.matcher.fields : new Set<string>();
  const fields = filterFields && new Set([...names, ...filterFields]);
  let after: Buffer | undefined;
  try {
    for (;;) {
      const entries = store.read(storeRange(collection.id), { limit: 500, after });
      for (const { key, value } of entries)
        addToIndex({ store, catalog, collection }, index, readRecord(key), value, fields);
      after = entries[entries.length - 1]?.key;
      if (!after) break;
    }
  } catch (error) {
    catalog.discard(index.id);
    throw error;
  }
  collection.indexes.push(index);
  catalog.save(collection);
  return index;
}

/** `createIndexes`. */
export async function createIndexes(request: Request): Promise<Reply> {
  const name = collectionName(request);
  checkNames(request.db, name);
  const specs = docsArgument(request.command, 'indexes').map(readSpec);
  if (specs.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
  const { store, catalog } = request.server;
  const made: Index[] = [];
  const reply = await store.write(() => {
    const createdCollectionAutomatically = !catalog.find(request.db, name);
    const collection = catalog.find(request.db, name) ?? catalog.create(request.db, name);
    const numIndexesBefore = collection.indexes.length;
    for (const spec of specs) if (!exists(collection, spec)) made.push(build(request, collection, spec));
    const numIndexesAfter = collection.indexes.length;
    const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
    return { createdCollectionAutomatically, numIndexesBefore, numIndexesAfter, ...note };
  });
  for (const index of made) Object.assign(index, { ready: true, readyAt: performance.now() });
  return reply;
}

/** `listIndexes`. */
export function listIndexes(request: Request): Reply {
  const name = collectionName(request);
  const collection = findCollection(request);
  if (!collection) throw new MongoError(26, `ns does not exist: ${request.db}.${name}`);
  const batch = new RawBatch(collection.indexes.map((index) => encode(indexSpec(index))));
  return { cursor: { firstBatch: batch, id: 0n, ns: `${request.db}.${name}` } };
}

function chooseDropped(collection: Collection, wanted: Value): Index[] {
  const others = collection.indexes.filter((index) => index.name !== '_id_');
  if (wanted === '*') return others;
  const list = Array.isArray(wanted) ? wanted : [wanted];
  return list.map((item) => {
    const index = collection.indexes.find((one) => (isDoc(item) ? sameKey(one.key, item) : one.name === item));
    if (!index) throw new MongoError(27, `index not found with name [${String(item)}]`);
    if (index.name === '_id_') throw new MongoError(72, 'cannot drop _id index');
    return index;
  });
}

/** `dropIndexes`. */
export async function dropIndexes(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const { store, catalog } = request.server;
  return store.write(() => {
    const collection = catalog.find(request.db, name);
    if (!collection) throw new MongoError(26, `ns not found ${request.db}.${name}`);
    const nIndexesWas = collection.indexes.length;
    const dropped = chooseDropped(collection, request.command.get('index'));
    collection.indexes = collection.indexes.filter((index) => !dropped.includes(index));
    for (const index of dropped) catalog.discard(index.id);
    catalog.save(collection);
    return { nIndexesWas };
  });
}
