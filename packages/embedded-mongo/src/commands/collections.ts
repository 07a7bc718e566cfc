import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection } from '../storage/catalog.ts';
import { indexSpec } from '../storage/indexes.ts';
import { RawBatch } from './cursors.ts';
import { encode } from './query.ts';
import { checkNames, collectionName, docArgument, isSet, type Reply, type Request } from './request.ts';

const refusedOptions = [
  'validator',
  'capped',
  'timeseries',
  'viewOn',
  'clusteredIndex',
  'encryptedFields',
  'changeStreamPreAndPostImages',
];

/** `create`. */
export async function create(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const { command, server } = request;
  for (const option of refusedOptions) {
    const value = command.get(option);
    if (isDoc(value) ? value.size > 0 : isSet(value) || typeof value === 'string')
      throw new MongoError(115, `${option} is not supported by this server`);
  }
  const collation = command.get('collation');
  if (isDoc(collation) && collation.get('locale') !== 'simple')
    throw new MongoError(115, 'collation is not supported by this server');
  return server.store.write(() => {
    if (server.catalog.find(request.db, name))
      throw new MongoError(48, `Collection ${request.db}.${name} already exists.`);
    server.catalog.create(request.db, name);
    return {};
  });
}

/** `drop`. */
export async function drop(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const { store, catalog } = request.server;
  const reply = await store.write(() => {
    const collection = catalog.find(request.db, name);
    if (!collection) return { ns: `${request.db}.${name}` };
    const nIndexesWas = collection.indexes.length;
    catalog.drop(collection);
    return { nIndexesWas, ns: `${request.db}.${name}` };
  });
  request.server.purge();
  return reply;
}

/** `dropDatabase`. */
export async function dropDatabase(request: Request): Promise<Reply> {
  const { store, catalog } = request.server;
  await store.write(() => {
    for (const collection of catalog.list(request.db)) catalog.drop(collection);
  });
  request.server.purge();
  return { dropped: request.db };
}

function describe(collection: Collection, nameOnly: boolean): Doc {
  const doc: Doc = new Map<string, Value>([
    ['name', collection.name],
    ['type', 'collection'],
  ]);
  if (nameOnly) return doc;
  const [idIndex] = collection.indexes;
  doc.set('options', collection.options);
  doc.set(
    'info',
    new Map<string, Value>([
      ['readOnly', false],
      ['uuid', collection.uuid],
    ]),
  );
  if (idIndex) doc.set('idIndex', indexSpec(idIndex));
  return doc;
}

/** `listCollections`. */
export function listCollections(request: Request): Reply {
  const { command, server, db } = request;
  const { test } = compileFilter(docArgument(command, 'filter') ?? new Map());
  const found = server.catalog
    .list(db)
    .map((collection) => describe(collection, false))
    .filter(test);
  const docs = isSet(command.get('nameOnly'))
    ? found.map((doc) => new Map([...doc].filter(([name]) => name === 'name' || name === 'type')))
    : found;
  return { cursor: { firstBatch: new RawBatch(docs.map(encode)), id: 0n, ns: `${db}.$cmd.listCollections` } };
}

/** `listDatabases`. */
export function listDatabases(request: Request): Reply {
  const { catalog } = request.server;
  const { test } = compileFilter(docArgument(request.command, 'filter') ?? new Map());
  const names = [...new Set(catalog.list().map(({ db }) => db))].sort();
  const databases = names
    .map((name) => ({ name, sizeOnDisk: 4096, empty: false }))
    .filter((item) => test(new Map<string, Value>(Object.entries(item))));
  if (isSet(request.command.get('nameOnly'))) return { databases: databases.map(({ name }) => ({ name })) };
  return { databases, totalSize: databases.length * 4096, totalSizeMb: 0 };
}

/** `renameCollection`. */
export async function renameCollection(request: Request): Promise<Reply> {
  const { command, server } = request;
  const [from, to] = [command.get('renameCollection'), command.get('to')].map((value) => {
    if (typeof value !== 'string' || !value.includes('.'))
      throw new MongoError(73, `Invalid namespace: ${String(value)}`);
    const dot = value.indexOf('.');
    return [value.slice(0, dot), value.slice(dot + 1)] as const;
  });
  if (!from || !to) throw new MongoError(73, 'Invalid namespace');
  checkNames(...to);
  return server.store.write(() => {
    const collection = server.catalog.find(...from);
    if (!collection) throw new MongoError(26, `Source collection ${from.join('.')} does not exist`);
    const existing = server.catalog.find(...to);
    if (existing && !isSet(command.get('dropTarget'))) throw new MongoError(48, 'target namespace exists');
    if (existing) server.catalog.drop(existing);
    server.catalog.rename(collection, ...to);
    return {};
  });
}
