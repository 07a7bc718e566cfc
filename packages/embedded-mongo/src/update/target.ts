import { type Doc, typeAlias, typeOf, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { isPosition } from '../query/path.ts';
import { type Change, nothing, type Result } from './operations.ts';

/** The compiled filters of `$[name]`. */
export type ArrayFilters = Map<string, (value: Value) => boolean>;

type Position = ((path: string) => number | undefined) | undefined;

interface Walk {
  change: Change;
  filters: ArrayFilters;
  position: Position;
}

/**
 * Applies one change below `doc`, copying every document and array on its way, so that the original is not touched.
 * @throws MongoError 28 where the path runs through a scalar, 2 where `$` or `$[]` has nothing to stand for.
 */
export function applyAtPath(doc: Doc, change: Change, filters: ArrayFilters, position: Position): void {
  changeDocument(doc, 0, { change, filters, position });
}

function changeDocument(doc: Doc, at: number, walk: Walk): void {
  const { parts } = walk.change;
  const part = parts[at] ?? '';
  if (part.startsWith('$'))
    throw new MongoError(2, `Cannot apply array updates to non-array element ${parts[at - 1] ?? ''}`);
  const before = doc.get(part);
  const result = changeValue(before, doc.has(part), at + 1, walk);
  if (result === nothing) doc.delete(part);
  else if (result !== before || !doc.has(part)) {
    if (result !== undefined || doc.has(part)) doc.set(part, result);
  }
}

/** The new value for what stood at `parts[at - 1]`, or `nothing` to take it away; undefined leaves a hole unfilled. */
function changeValue(value: Value, present: boolean, at: number, walk: Walk): Result {
  const { change } = walk;
  const part = change.parts[at];
  if (part === undefined) return change.apply(value, present);
  if (!present) return change.creates ? build(at, walk) : undefined;
  if (value instanceof Map) {
    const copy = new Map(value);
    changeDocument(copy, at, walk);
    return copy;
  }
  if (Array.isArray(value)) return changeArray(value, at, walk);
  if (!change.creates && !change.strict) return value;
  if (part.startsWith('$'))
    throw new MongoError(2, `Cannot apply array updates to non-array element ${change.parts[at - 1] ?? ''}`);
  const where = change.parts.slice(0, at).join('.');
  throw new MongoError(28, `Cannot create field '${part}' in element {${where}: ${typeAlias(typeOf(value))}}`);
}

function build(at: number, walk: Walk): Result {
  const part = walk.change.parts[at] ?? '';
  if (part.startsWith('$['))
    throw new MongoError(
      2,
      `The path '${walk.change.parts.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (part === '$') throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
  const doc: Doc = new Map();
  changeDocument(doc, at, walk);
  return doc.size === 0 ? undefined : doc;
}

function changeArray(array: Value[], at: number, walk: Walk): Value[] {
  const { change, filters, position } = walk;
  const part = change.parts[at] ?? '';
  if (change.first && !(isPosition(part) && Number(part) < array.length)) return array;
  if (change.plain)
    throw new MongoError(
      2,
      `The source and destination of $rename cannot be an array element: ${change.parts.join('.')}`,
    );
  const copy = [...array];
  if (part === '$') {
    const found = position?.(change.parts.slice(0, at).join('.'));
    if (found === undefined)
      throw new MongoError(2, 'The positional operator did not find the match needed from the query.');
    changeItem(copy, found, at, walk);
  } else if (part.startsWith('$[')) {
    const fits = part === '$[]' ? undefined : filters.get(part.slice(2, -1));
    for (let i = 0; i < copy.length; i++) if (fits === undefined || fits(array[i])) changeItem(copy, i, at, walk);
  } else if (isPosition(part)) {
    if (Number(part) >= copy.length && !change.creates) return array;
    if (Number(part) > copy.length + 1500000)
      throw new MongoError(2, "can't backfill array to larger than 1500000 elements");
    changeItem(copy, Number(part), at, walk);
  } else if (change.creates || change.strict) {
    throw new MongoError(28, `Cannot create field '${part}' in element {${change.parts[at - 1] ?? ''}: array}`);
  }
  return copy;
}

function changeItem(array: Value[], index: number, at: number, walk: Walk): void {
  const present = index < array.length;
  const result = changeValue(array[index], present, at + 1, walk);
  if (result === nothing) {
    if (present) array[index] = null;
    return;
  }
  if (result === undefined && !present) return;
  while (array.length < index) array.push(null);
  array[index] = result;
}
