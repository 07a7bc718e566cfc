import type { Doc, Value } from '../bson/value.ts';

/** What a path finds where the document has no such field. */
export const missing = Symbol('missing');

/** An array that counts as one value: an element that `$elemMatch` looks at. */
export class Whole {
  readonly array: Value[];
  constructor(array: Value[]) {
    this.array = array;
  }
}

/** What a path reaches: a value or `missing`. */
export type Reached = Value | typeof missing;

/** What a condition looks at: what a path reaches, or an array that counts as one value. */
export type Found = Reached | Whole;

const digits = /^(0|[1-9]\d*)$/;

/** Whether a part of a path can be a position in an array. */
export function isPosition(part: string): boolean {
  return digits.test(part);
}

/**
 * Calls `each` with everything a dotted path reaches, going into the documents inside arrays, until it answers true.
 * An array at the end of the path is handed over whole.
 */
export function someAtPath(value: Value, parts: readonly string[], each: (found: Reached) => boolean, at = 0): boolean {
  const part = parts[at];
  if (part === undefined) return each(value);
  if (value instanceof Map) {
    const next = value.get(part);
    if (next === undefined && !value.has(part)) return each(missing);
    return someAtPath(next, parts, each, at + 1);
  }
  if (!Array.isArray(value)) return each(missing);
  if (isPosition(part) && Number(part) < value.length) {
    const item = value[Number(part)];
    const goesOn = at + 1 === parts.length || item instanceof Map || Array.isArray(item);
    if (goesOn && someAtPath(item, parts, each, at + 1)) return true;
  }
  for (const item of value) if (item instanceof Map && someAtPath(item, parts, each, at)) return true;
  return false;
}

/** The value at a path of plain documents; `undefined` when anything on the way is missing or an array. */
export function getAtPath(doc: Doc, parts: readonly string[]): Value {
  let value: Value = doc;
  for (const part of parts) {
    if (!(value instanceof Map)) return undefined;
    value = value.get(part);
  }
  return value;
}
