import { runUpdatePipeline } from '../aggregate/update-pipeline.ts';
import { identityOf } from '../bson/encode-key.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { getAtPath } from '../query/path.ts';
import { changedRow } from './apply-update.ts';
import { prepareDocument } from './prepare-document.ts';
import { encode, prepare } from './query.ts';
import { checkNames, type Request } from './request.ts';
import { runWrite } from './run-write.ts';
import type { Writer } from './writer.ts';

function nameOf(target: Value): [string | undefined, string] {
  if (typeof target === 'string') return [undefined, target];
  const [db, name] = isDoc(target) ? [target.get('db'), target.get('coll')] : [];
  if (typeof name !== 'string') throw new MongoError(9, 'the output stage needs the name of a collection');
  return [typeof db === 'string' ? db : undefined, name];
}

/** `$out`: the documents take the place of the whole collection. */
function replaceCollection(writer: Writer, db: string, name: string, documents: readonly Buffer[]): void {
  const before = writer.find(db, name);
  if (before?.indexes.some((index, i) => i > 0 && index.unique)) {
    throw new MongoError(115, '$out to a collection with unique indexes is not supported by this server');
  }
  const rows = before
    ? [...prepare(writer.view, before, { filter: new Map() }).rows].filter((row) => row !== null)
    : [];
  const collection = writer.need(db, name);
  writer.claim(collection, rows);
  for (const row of rows) writer.remove(collection, row);
  for (const bytes of documents) writer.insert(collection, bytes);
}

/** The documents as they are stored. @throws MongoError 11000 for two of the same `_id`, before anything is removed. */
function prepareAll(docs: readonly Doc[]): Buffer[] {
  const seen = new Set<string>();
  return docs.map((doc) => {
    const identity = doc.has('_id') ? identityOf(doc.get('_id')) : undefined;
    if (identity !== undefined && seen.has(identity))
      throw new MongoError(11000, 'E11000 duplicate key error: $out was given the same _id twice');
    if (identity !== undefined) seen.add(identity);
    return prepareDocument(encode(doc));
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
  if (request.transaction)
    throw new MongoError(263, `Stage not supported inside of a multi-document transaction: ${stage}`);
  const merge = merger(isDoc(target) ? target : new Map());
  const prepared = stage === '$out' ? prepareAll(docs) : [];
  await runWrite(request, {}, (writer) => {
    if (stage === '$out') replaceCollection(writer, db, name, prepared);
    else for (const doc of docs) merge(writer, db, name, doc);
    return true;
  });
}
