import { encodeKey, isCut } from '../bson/encode-key.ts';
import type { Doc, Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { isPosition } from '../query/path.ts';
import type { Index } from './indexes.ts';
import { recordValue } from './keys.ts';

/** The keys of one document in one index, and what making them showed. */
export interface IndexKeys {
  keys: Buffer[];
  /** Which fields held arrays. */
  multikey: boolean[];
  cut: boolean;
}

/** A field that is reached, or that stopped at an array with some of its path left. */
interface Reach {
  value: Value;
  present: boolean;
  rest: readonly string[];
  array?: Value[];
}

function reach(start: Value, parts: readonly string[]): Reach {
  let value = start;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    if (Array.isArray(value)) {
      if (!isPosition(part)) return { value, present: true, rest: parts.slice(at), array: value };
      value = value[Number(part)];
      continue;
    }
    if (!(value instanceof Map) || !value.has(part)) return { value: null, present: false, rest: [] };
    value = value.get(part);
  }
  return Array.isArray(value) ? { value, present: true, rest: [], array: value } : { value, present: true, rest: [] };
}

/** All combinations of values for the fields of an index; only one array may be spread over them. */
function combine(reaches: Reach[], multikey: boolean[], found: Value[][], anyPresent: boolean): boolean {
  const arrays = new Set(reaches.flatMap(({ array }) => (array ? [array] : [])));
  if (arrays.size === 0) {
    found.push(reaches.map(({ value }) => value));
    return anyPresent || reaches.some(({ present }) => present);
  }
  if (arrays.size > 1) throw new MongoError(171, 'cannot index parallel arrays');
  const [array = []] = arrays;
  reaches.forEach((item, i) => {
    if (item.array) multikey[i] = true;
  });
  let present = anyPresent || reaches.some((item) => item.present && !item.array);
  const items: (Value | undefined)[] = array.length > 0 ? array : [undefined];
  for (const element of items) {
    const next = reaches.map((item): Reach => {
      if (!item.array) return item;
      if (item.rest.length === 0) return { value: element, present: true, rest: [] };
      return element instanceof Map ? reach(element, item.rest) : { value: null, present: false, rest: [] };
    });
    present = combine(next, multikey, found, present) || present;
  }
  return present;
}

/**
 * Makes the keys a document has in an index; none when a sparse or partial index leaves it out.
 * @throws MongoError 171 when two of the fields hold arrays.
 */
export function indexKeys(index: Index, doc: Doc, record: number): IndexKeys {
  const result: IndexKeys = { keys: [], multikey: index.fields.map(() => false), cut: false };
  if (index.partial && !index.partial.matcher.test(doc)) return result;
  const found: Value[][] = [];
  const present = combine(
    index.fields.map(({ parts }) => reach(doc, parts)),
    result.multikey,
    found,
    false,
  );
  if (index.sparse && !present) return result;
  const seen = new Set<string>();
  for (const values of found) {
    const key = encodeKey(index.id, values, index.descending);
    if (isCut(key)) result.cut = true;
    if (found.length > 1) {
      const text = key.toString('latin1');
      if (seen.has(text)) continue;
      seen.add(text);
    }
    result.keys.push(index.unique ? key : Buffer.concat([key, recordValue(record)]));
  }
  return result;
}

/** The values of the first key, for the message about a duplicate. */
export function firstKeyValues(index: Index, doc: Doc): Doc {
  const found: Value[][] = [];
  combine(
    index.fields.map(({ parts }) => reach(doc, parts)),
    index.fields.map(() => false),
    found,
    false,
  );
  const [values = []] = found;
  return new Map(index.fields.map(({ path }, i) => [path, values[i] ?? null]));
}
