import { runUpdatePipeline } from '../aggregate/updatePipeline.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { getAtPath } from '../query/path.ts';
import { changedRow } from './applyUpdate.ts';
import { prepareDocument } from './prepareDocument.ts';
import { encode, prepare } from './query.ts';
import { checkNames, type Request } from './request.ts';
import { directWriter, type Writer } from './writer.ts';

function nameOf(target: Value): [string | undefined, string] {
  if (typeof target === 'string') return [undefined, target];
  const [db, name] = isDoc(target) ? [target.get('db'), target.get('coll')] : [];
  if (typeof name !== 'string') throw new MongoError(9, 'the output stage needs the name of a collection');
  return [typeof db === 'string' ? db : undefined, name];
}

/** `$out`: the documents take the place of the whole collection. */
async function replaceCollection(request: Request, db: string, name: string, docs: readonly Doc[]): Promise<void> {
  const { store, catalog } = request.server;
  await store.write(() => {
    const before = catalog.find(db, name);
    const specs = before?.indexes.slice(1) ?? [];
    if (specs.some((index) => index.unique))
      throw new MongoError(115, '$out to a collection with unique indexes is not supported by this server');
    const writer = directWriter(request.server);
    if (before)
      for (const row of prepare(writer.view, before, { filter: new Map() }).rows) if (row) writer.remove(before, row);
    const collection = before ?? catalog.create(db, name);
    for (const doc of docs) writer.insert(collection, prepareDocument(encode(doc)));
  });
}

function merger(spec: Doc): (writer: Writer, db: string, name: string, doc: Doc) => void {
  const on = spec.get('on');
  const paths = on === undefined ? ['_id'] : (Array.isArray(on) ? on : [on]).map(String);
  const whenMatched = spec.get('whenMatched') ?? 'merge';
  const whenNotMatched = spec.get('whenNotMatched') ?? 'insert';
  return (writer, db, name, doc) => {
    const collection = writer.need(db, name);
    const filter: Doc = new Map(
      paths.map((path) => [path, new Map([['$eq', getAtPath(doc, path.split('.')) ?? null]])]),
    );
    const [row] = [...prepare(writer.view, collection, { filter, limit: 1 }).rows].filter((item) => item !== null);
    if (!row) {
      if (whenNotMatched === 'fail')
        throw new MongoError(13113, '$merge could not find a matching document in the target collection');
      if (whenNotMatched === 'insert') writer.insert(collection, prepareDocument(encode(doc)));
      return;
    }
    if (whenMatched === 'keepExisting') return;
    if (whenMatched === 'fail')
      throw new MongoError(11000, '$merge found a matching document in the target collection');
    writer.claim(collection, [row]);
    const bytes = changedRow(row, updaterFor(whenMatched, doc), filter);
    if (bytes) writer.replace(collection, row, bytes);
  };
}

function updaterFor(whenMatched: Value, doc: Doc): (before: Doc) => Doc {
  if (Array.isArray(whenMatched)) return runUpdatePipeline(whenMatched, new Map([['new', doc]]));
  if (whenMatched === 'replace') return (before) => new Map([['_id', before.get('_id')], ...doc]);
  return (before) => new Map([...before, ...[...doc].filter(([name]) => name !== '_id')]);
}

/** Writes what a pipeline made to where `$out` or `$merge` says. */
export async function mergeInto(request: Request, stage: string, target: Value, docs: readonly Doc[]): Promise<void> {
  const [otherDb, name] = nameOf(stage === '$merge' && isDoc(target) ? target.get('into') : target);
  const db = otherDb ?? request.db;
  checkNames(db, name);
  if (stage === '$out') return replaceCollection(request, db, name, docs);
  const merge = merger(isDoc(target) ? target : new Map());
  const writer = directWriter(request.server);
  await request.server.store.write(() => {
    for (const doc of docs) merge(writer, db, name, doc);
  });
}
