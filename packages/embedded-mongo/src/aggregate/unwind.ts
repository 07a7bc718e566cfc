import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { isSet } from '../commands/request.ts';
import { MongoError } from '../errors.ts';
import { getAtPath } from '../query/path.ts';
import type { Docs, Stage } from './pipeline.ts';

function withValue(doc: Doc, parts: readonly string[], value: Value): Doc {
  const [part = '', ...rest] = parts;
  const copy = new Map(doc);
  const below = doc.get(part);
  if (rest.length === 0) {
    if (value === undefined) copy.delete(part);
    else copy.set(part, value);
  } else if (isDoc(below)) copy.set(part, withValue(below, rest, value));
  return copy;
}

/** `$unwind`. @throws MongoError 28818 for a path without a dollar sign. */
export function compileUnwind(spec: Value): Stage {
  const path = isDoc(spec) ? spec.get('path') : spec;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2)
    throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  const parts = path.slice(1).split('.');
  const keep = isDoc(spec) && isSet(spec.get('preserveNullAndEmptyArrays'));
  const indexName = isDoc(spec) ? spec.get('includeArrayIndex') : undefined;
  const numbered = (doc: Doc, i: bigint | null): Doc =>
    typeof indexName === 'string' ? new Map([...doc, [indexName, i]]) : doc;
  return function* unwind(docs: Docs) {
    for (const doc of docs) {
      if (doc === null) {
        yield null;
        continue;
      }
      const value = getAtPath(doc, parts);
      if (Array.isArray(value) && value.length > 0) {
        for (const [i, item] of value.entries()) yield numbered(withValue(doc, parts, item ?? null), BigInt(i));
      } else if (value !== undefined && value !== null && !Array.isArray(value)) yield numbered(doc, null);
      else if (keep) yield numbered(Array.isArray(value) ? withValue(doc, parts, undefined) : doc, null);
    }
  };
}
