import { decode } from '../bson/decode.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import { compileUpdate } from '../update/compileUpdate.ts';
import { changedRow, upsert } from './applyUpdate.ts';
import { prepareDocument } from './prepareDocument.ts';
import { prepare, type Query } from './query.ts';
import {
  collectionName,
  docArgument,
  docsArgument,
  isSet,
  type Reply,
  type Request,
  refuseCollation,
} from './request.ts';
import { type Progress, runStatements } from './runStatements.ts';
import type { Writer } from './writer.ts';

/** The statements of a write command, whichever way they came. */
function statements(request: Request, name: string): Doc[] {
  const sequence = request.sequences.get(name);
  const docs = sequence ? sequence.map((bytes) => decode(bytes)) : docsArgument(request.command, name);
  if (docs.length === 0 || docs.length > 100000)
    throw new MongoError(16, `Write batch sizes must be between 1 and 100000. Got ${docs.length} operations.`);
  return docs;
}

/** `insert`: documents stay the bytes they came as. */
export function insert(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const documents = request.sequences.get('documents') ?? [];
  if (documents.length === 0 || documents.length > 100000) {
    throw new MongoError(16, `Write batch sizes must be between 1 and 100000. Got ${documents.length} operations.`);
  }
  return runStatements(request, documents.length, (writer, i, progress) => {
    const collection = writer.need(request.db, name);
    const bytes = documents[i];
    if (!bytes) return;
    writer.insert(collection, prepareDocument(bytes));
    progress.n++;
  });
}

/** The first statement's mistakes that make the whole update fail are found before anything runs. */
function compileStatement(statement: Doc) {
  refuseCollation(statement);
  const update = statement.get('u');
  const multi = isSet(statement.get('multi'));
  const [first] = isDoc(update) ? update.keys() : [];
  const replacing = isDoc(update) && !first?.startsWith('$');
  if (replacing && multi) throw new MongoError(9, 'multi update is not supported for replacement-style update');
  const filters = statement.get('arrayFilters');
  if (replacing && Array.isArray(filters) && filters.length > 0)
    throw new MongoError(9, 'arrayFilters may not be specified for a replacement-style update');
  const updater = compileUpdate(
    update,
    Array.isArray(filters) ? filters : [],
    docArgument(statement, 'c') ?? undefined,
  );
  return {
    updater,
    multi,
    replacing,
    upsert: isSet(statement.get('upsert')),
    filter: docArgument(statement, 'q') ?? new Map<string, Value>(),
  };
}

function queryOf(statement: Doc, filter: Doc, one: boolean): Query {
  const hint = statement.get('hint');
  return {
    filter,
    sort: docArgument(statement, 'sort'),
    limit: one ? 1 : 0,
    hint: isDoc(hint) || typeof hint === 'string' ? hint : undefined,
  };
}

function rowsOf(writer: Writer, collection: Collection, query: Query) {
  const rows = [];
  for (const row of prepare(writer.view, collection, query).rows) if (row) rows.push(row);
  return rows;
}

/** `update` with all its forms. */
export function update(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const list = statements(request, 'updates');
  const variables = docArgument(request.command, 'let');
  return runStatements(request, list.length, (writer, i, progress) => {
    const statement = list[i] ?? new Map<string, Value>();
    if (variables) statement.set('c', variables);
    updateStatement(writer, request.db, name, statement, i, progress);
  });
}

function updateStatement(
  writer: Writer,
  db: string,
  name: string,
  statement: Doc,
  i: number,
  progress: Progress,
): void {
  const compiled = compileStatement(statement);
  const collection = compiled.upsert ? writer.need(db, name) : writer.find(db, name);
  if (!collection) return;
  const query = { ...queryOf(statement, compiled.filter, !compiled.multi), variables: docArgument(statement, 'c') };
  const rows = rowsOf(writer, collection, query);
  writer.claim(collection, rows);
  // All documents are made before the first is written, so that one that cannot be leaves the others as they were.
  const changed = rows.map((row) => ({ row, bytes: changedRow(row, compiled.updater, compiled.filter) }));
  for (const { row, bytes } of changed) {
    if (bytes) {
      writer.replace(collection, row, bytes);
      progress.nModified++;
    }
    progress.n++;
  }
  if (rows.length > 0 || !compiled.upsert) return;
  const made = upsert(writer, collection, compiled.filter, compiled.updater, compiled.replacing);
  progress.upserted.push({ index: i, _id: made.get('_id') });
  progress.n++;
}

/** `delete` of one or all that match. */
export function remove(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const list = statements(request, 'deletes');
  const variables = docArgument(request.command, 'let');
  return runStatements(request, list.length, (writer, i, progress) => {
    const statement = list[i] ?? new Map<string, Value>();
    refuseCollation(statement);
    const filter = docArgument(statement, 'q') ?? new Map<string, Value>();
    const collection = writer.find(request.db, name);
    if (!collection) return;
    const rows = rowsOf(writer, collection, {
      ...queryOf(statement, filter, isSet(statement.get('limit'))),
      variables,
    });
    writer.claim(collection, rows);
    for (const row of rows) {
      writer.remove(collection, row);
      progress.n++;
    }
  });
}
