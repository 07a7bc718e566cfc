import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/**
 * A document as this server holds it: a Map keeps the order of fields named like numbers and cannot be polluted by
 * `__proto__`.
 */
export type Doc = Map<string, Value>;

/**
 * A BSON value that survives a round trip: int32 is a number, int64 a bigint, and a double is a number unless it is a
 * whole one that would come back as int32, which stays a `Double`.
 */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Date
  | Double
  | Decimal128
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Timestamp
  | MinKey
  | MaxKey
  | Code
  | DBRef
  | Value[]
  | Doc;

/** The numeric types of BSON. */
export type Numeric = number | bigint | Double | Decimal128;

/** Whether the value is an embedded document. */
export function isDoc(value: unknown): value is Doc {
  return value instanceof Map;
}

/** Whether the value is one of the four numeric types. */
export function isNumeric(value: unknown): value is Numeric {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof Double || value instanceof Decimal128
  );
}

/** A JavaScript number for any numeric value, rounded where it does not fit. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return Number(value.toString());
}

/** A double with its type kept, whole or not. */
export function makeDouble(value: number): number | Double {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647 && !Object.is(value, -0)
    ? new Double(value)
    : value;
}

const aliases: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
  [-1]: 'minKey',
};

/** The `$type` alias of a BSON type number. */
export function typeAlias(type: number): string {
  return aliases[type] ?? 'unknown';
}

/** The BSON type number for an alias such as `string`, or undefined. */
export function typeNumber(alias: string): number | undefined {
  const entry = Object.entries(aliases).find(([, name]) => name === alias);
  return entry === undefined ? undefined : Number(entry[0]);
}

/** The BSON type number of a value. */
export function typeOf(value: Value): number {
  switch (typeof value) {
    case 'string':
      return 2;
    case 'boolean':
      return 8;
    case 'bigint':
      return 18;
    case 'undefined':
      return 6;
    case 'number':
      return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647 && !Object.is(value, -0) ? 16 : 1;
  }
  if (value === null) return 10;
  if (value instanceof Map) return 3;
  if (Array.isArray(value)) return 4;
  if (value instanceof Date) return 9;
  if (value instanceof ObjectId) return 7;
  return typeOfWrapper(value);
}

function typeOfWrapper(value: Exclude<Value, null | undefined | string | boolean | bigint | number>): number {
  if (value instanceof Double) return 1;
  if (value instanceof Binary) return 5;
  if (value instanceof Decimal128) return 19;
  if (value instanceof BSONRegExp) return 11;
  if (value instanceof Timestamp) return 17;
  if (value instanceof BSONSymbol) return 14;
  if (value instanceof MinKey) return -1;
  if (value instanceof MaxKey) return 127;
  if (value instanceof Code) return value.scope ? 15 : 13;
  return value instanceof DBRef ? 12 : 3;
}
