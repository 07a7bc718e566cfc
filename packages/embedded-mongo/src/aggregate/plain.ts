import { Decimal128, Double, Long } from 'bson';
import type { Doc, Value } from '../bson/value.ts';

const plains = new WeakMap<Doc, Record<string, unknown>>();

/** The plain object that mingo works on; numbers lose their width. Kept as long as the document is. */
export function toPlain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? Number(value) : value;
  if (value instanceof Map) return plainOf(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Double) return value.value;
  return value instanceof Decimal128 ? Number(value.toString()) : value;
}

function plainOf(doc: Doc): Record<string, unknown> {
  const known = plains.get(doc);
  if (known) return known;
  const plain: Record<string, unknown> = {};
  for (const [name, value] of doc) {
    const item = toPlain(value);
    if (name === '__proto__') Object.defineProperty(plain, name, { value: item, enumerable: true });
    else plain[name] = item;
  }
  plains.set(doc, plain);
  return plain;
}

/** Takes what mingo answered back; whole numbers past int32 become int64. */
export function fromPlain(value: unknown): Value {
  if (typeof value === 'number') return fromNumber(value);
  if (value === null || typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map((item) => fromPlain(item === undefined ? null : item));
  if (value instanceof Long) return value.toBigInt();
  if (value.constructor !== Object) return value as Value;
  const doc: Doc = new Map();
  for (const [name, item] of Object.entries(value)) if (item !== undefined) doc.set(name, fromPlain(item));
  return doc;
}

/** A computed number with the width the server would give it: int32, int64 or double. */
export function fromNumber(value: number): Value {
  return Number.isSafeInteger(value) && (value > 2147483647 || value < -2147483648) ? BigInt(value) : value;
}
