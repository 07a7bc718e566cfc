import { decode } from '../bson/decode.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileUpdate } from '../update/compile-update.ts';
import { changedRow, upsert } from './apply-update.ts';
import { Portions } from './portions.ts';
import { prepareDocument } from './prepare-document.ts';
import type { Query } from './query.ts';
import {
  collectionName,
  docArgument,
  docsArgument,
  isSet,
  type Reply,
  type Request,
  refuseCollation,
} from './request.ts';
import { runStatements } from './run-statements.ts';

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
    if (bytes) writer.insert(collection, prepareDocument(bytes));
    progress.n++;
    return true;
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

/** `update` with all its forms. */
export function update(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const list = statements(request, 'updates');
  const variables = docArgument(request.command, 'let');
  const portions = new Portions();
  return runStatements(request, list.length, (writer, i, progress) => {
    const statement = list[i] ?? new Map<string, Value>();
    if (variables) statement.set('c', variables);
    const compiled = compileStatement(statement);
    const collection = compiled.upsert ? writer.need(request.db, name) : writer.find(request.db, name);
    if (!collection) return true;
    const query = { ...queryOf(statement, compiled.filter, !compiled.multi), variables };
    const found = portions.take(writer, collection, query, i, (rows) => {
      // All documents are made before the first is written, so that one that cannot be leaves the others as they were.
      const changed = rows.map((row) => ({ row, bytes: changedRow(row, compiled.updater, compiled.filter) }));
      for (const { row, bytes } of changed) {
        if (!bytes) continue;
        writer.replace(collection, row, bytes);
        progress.nModified++;
      }
      progress.n += rows.length;
    });
    if (found === 0 && compiled.upsert) {
      const made = upsert(writer, collection, compiled.filter, compiled.updater, compiled.replacing);
      progress.upserted.push({ index: i, _id: made.get('_id') });
      progress.n++;
    }
    return portions.isDone(i);
  });
}

/** `delete` of one or all that match. */
export function remove(request: Request): Promise<Reply> {
  const name = collectionName(request);
  const list = statements(request, 'deletes');
  const variables = docArgument(request.command, 'let');
  const portions = new Portions();
  return runStatements(request, list.length, (writer, i, progress) => {
    const statement = list[i] ?? new Map<string, Value>();
    refuseCollation(statement);
    const filter = docArgument(statement, 'q') ?? new Map<string, Value>();
    const collection = writer.find(request.db, name);
    if (!collection) return true;
    const query = { ...queryOf(statement, filter, isSet(statement.get('limit'))), variables };
    portions.take(writer, collection, query, i, (rows) => {
      for (const row of rows) writer.remove(collection, row);
      progress.n += rows.length;
    });
    return portions.isDone(i);
  });
}
