import { type Binary, type BSONRegExp, Decimal128, Double, type ObjectId, type Timestamp } from 'bson';
import { compareDecimal } from './decimal.ts';
import { type Doc, isNumeric, type Numeric, typeOf, type Value } from './value.ts';

const ranks: Record<number, number> = {
  [-1]: -1,
  6: 0,
  10: 5,
  16: 10,
  18: 10,
  1: 10,
  19: 10,
  2: 15,
  14: 15,
  3: 20,
  4: 25,
  5: 30,
  7: 35,
  8: 40,
  9: 45,
  17: 47,
  11: 50,
  12: 55,
  13: 60,
  15: 65,
  127: 127,
};

/** The place of the value's type in the order across types; types that compare with each other share one. */
export function typeRank(value: Value): number {
  if (typeof value === 'string') return 15;
  if (typeof value === 'number') return 10;
  return ranks[typeOf(value)] ?? 20;
}

/** Compares numbers by value across widths; NaN is the smallest and equal to itself. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const x = a instanceof Double ? a.value : a;
  const y = b instanceof Double ? b.value : b;
  if (x instanceof Decimal128 || y instanceof Decimal128) return compareDecimal(x, y);
  if (x < y) return -1;
  if (x > y) return 1;
  const xNaN = Number.isNaN(x);
  const yNaN = Number.isNaN(y);
  if (xNaN || yNaN) return xNaN === yNaN ? 0 : xNaN ? -1 : 1;
  return 0;
}

/** Compares strings by their UTF-8 bytes, which is by code point. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above every other UTF-16 unit.
    const xHigh = x >= 0xd800 && x <= 0xdfff;
    const yHigh = y >= 0xd800 && y <= 0xdfff;
    return xHigh === yHigh ? (x < y ? -1 : 1) : xHigh ? 1 : -1;
  }
  return a.length < b.length ? -1 : 1;
}

/** Compares any two values in the order the database defines, across types and numeric widths. */
export function compare(a: Value, b: Value): number {
  const rank = typeRank(a);
  const other = typeRank(b);
  if (rank !== other) return rank < other ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Map && b instanceof Map) return compareDocuments(a, b);
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime());
  if (typeof a === 'boolean') return Number(a) - Number(b);
  return compareRare(a, b, rank);
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

/** Compares documents field by field: type, then name, then value. */
function compareDocuments(a: Doc, b: Doc): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const next = others.next();
    if (next.done) return 1;
    const [otherName, other] = next.value;
    const rank = typeRank(value) - typeRank(other);
    if (rank !== 0) return Math.sign(rank);
    if (name !== otherName) return compareStrings(name, otherName);
    const order = compare(value, other);
    if (order !== 0) return order;
  }
  return others.next().done ? 0 : -1;
}

function compareRare(a: Value, b: Value, rank: number): number {
  switch (rank) {
    case 15:
      return compareStrings(String(a), String(b));
    case 30: {
      const [x, y] = [a as Binary, b as Binary];
      const order = x.length() - y.length() || x.sub_type - y.sub_type;
      return Math.sign(order || Buffer.compare(x.value(), y.value()));
    }
    case 35:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case 47: {
      const [x, y] = [a as Timestamp, b as Timestamp];
      return Math.sign(x.t - y.t || x.i - y.i);
    }
    case 50: {
      const [x, y] = [a as BSONRegExp, b as BSONRegExp];
      return compareStrings(x.pattern, y.pattern) || compareStrings(x.options, y.options);
    }
    case 55:
    case 60:
    case 65:
      return compareStrings(JSON.stringify(a), JSON.stringify(b));
    default:
      return 0;
  }
}

/** Whether two values are equal in the database's sense: 1, 1.0 and NumberLong(1) are. */
export function equals(a: Value, b: Value): boolean {
  if (typeof a === 'string' || typeof a === 'boolean' || a === null) return a === b;
  return compare(a, b) === 0;
}
