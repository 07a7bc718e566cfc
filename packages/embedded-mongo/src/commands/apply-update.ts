import { ObjectId } from 'bson';
import { compare } from '../bson/compare.ts';
import { decode } from '../bson/decode.ts';
import { maxDocumentBytes } from '../bson/validate.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Row } from '../plan/run-plan.ts';
import { compileFilter, isOperators } from '../query/match.ts';
import { getAtPath } from '../query/path.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Updater } from '../update/compile-update.ts';
import { prepareDocument } from './prepare-document.ts';
import { encode } from './query.ts';
import type { Writer } from './writer.ts';

/** Conditions of a filter on a path or below it, in the order they are written. */
function conditionsOn(filter: Doc, path: string): [string, Value][] {
  return [...filter].flatMap(([name, condition]): [string, Value][] => {
    if ((name === '$and' || name === '$or') && Array.isArray(condition))
      return condition.filter(isDoc).flatMap((item) => conditionsOn(item, path));
    return name === path || name.startsWith(`${path}.`) ? [[name, condition]] : [];
  });
}

/** Which element of the array at `path` the filter matched: what `$` stands for. */
function matchedPosition(filter: Doc, doc: Doc, path: string): number | undefined {
  const array = getAtPath(doc, path.split('.'));
  if (!Array.isArray(array)) return undefined;
  const tests = conditionsOn(filter, path).map(
    ([name, condition]) => compileFilter(new Map([[`v${name.slice(path.length)}`, condition]])).test,
  );
  for (const test of tests.toReversed()) {
    const found = array.findIndex((item) => test(new Map([['v', [item]]])));
    if (found >= 0) return found;
  }
  return undefined;
}

function checkSize(bytes: Buffer): Buffer {
  if (bytes.length <= maxDocumentBytes) return prepareDocument(bytes);
  throw new MongoError(17419, `Resulting document after update is larger than ${maxDocumentBytes}`);
}

/**
 * The new bytes of a row; undefined when nothing changes.
 * @throws MongoError 66 for a change of `_id`, and what the updater throws.
 */
export function changedRow(row: Row, updater: Updater, filter: Doc): Buffer | undefined {
  const before = decode(row.bytes);
  const after = updater(before, { matchedPosition: (path) => matchedPosition(filter, before, path) });
  if (compare(before.get('_id'), after.get('_id')) !== 0) {
    throw new MongoError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  const bytes = checkSize(encode(after));
  return bytes.equals(row.bytes) ? undefined : bytes;
}

/** Sets the fields that a filter holds to one value, as an upsert starts from them. */
function collectEqualities(filter: Doc, doc: Doc): void {
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition))
      for (const item of condition) isDoc(item) && collectEqualities(item, doc);
    else if (name === '$or' && Array.isArray(condition) && condition.length === 1 && isDoc(condition[0]))
      collectEqualities(condition[0], doc);
    else if (!name.startsWith('$')) {
      if (!isOperators(condition)) place(doc, name, condition);
      else if (condition.has('$eq')) place(doc, name, condition.get('$eq'));
      else {
        const only = condition.get('$in');
        const values = condition.get('$all') ?? (Array.isArray(only) && only.length === 1 ? only : []);
        if (Array.isArray(values)) for (const value of values) if (!isOperators(value)) place(doc, name, value);
      }
    }
  }
}

function place(doc: Doc, path: string, value: Value): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let level = doc;
  for (const part of parts) {
    const next = level.get(part) ?? new Map();
    if (!isDoc(next)) throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    level.set(part, next);
    level = next;
  }
  if (level.has(last)) throw new MongoError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
  level.set(last, value);
}

/** Inserts what an update makes of its filter; gives the new document. */
export function upsert(writer: Writer, collection: Collection, filter: Doc, updater: Updater, replacing: boolean): Doc {
  const start: Doc = new Map();
  collectEqualities(filter, start);
  const idOnly: Doc = start.has('_id') ? new Map([['_id', start.get('_id')]]) : new Map();
  const made = updater(replacing ? idOnly : start, { inserting: true });
  const id = made.has('_id') ? made.get('_id') : new ObjectId();
  if (start.has('_id') && compare(start.get('_id'), id) !== 0) {
    throw new MongoError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  const doc: Doc = new Map([['_id', id], ...made]);
  writer.insert(collection, checkSize(encode(doc)));
  return doc;
}
