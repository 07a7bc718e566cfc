import { BSONRegExp } from 'bson';
import { typeRank } from '../bson/compare.ts';
import { encodeBound } from '../bson/encode-key.ts';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { isOperators } from '../query/match.ts';
import { literalPrefix } from '../query/regex.ts';
import { afterPrefix } from '../storage/keys.ts';

/** A place in the order of one field's key bytes: before or after everything that starts with them. */
export interface Cut {
  bytes: Buffer;
  after: boolean;
}

/** A stretch of values of one field. */
export interface Interval {
  low: Cut;
  high: Cut;
  /** Whether it is one value. */
  point: boolean;
}

/** What a filter asks of one field, as far as an index can answer. */
export interface FieldBounds {
  intervals: Interval[];
  /** Whether the intervals say all that the condition says, for fields without arrays. */
  exact: boolean;
  /** Whether a document without the field can match. */
  matchesMissing: boolean;
}

/** The bounds on every field that the filter restricts at its top level; all of a field's bounds must hold. */
export type FilterBounds = Map<string, FieldBounds[]>;

/** The whole order. */
export const everything: Interval = {
  low: { bytes: Buffer.alloc(0), after: false },
  high: { bytes: Buffer.from([0xf0]), after: false },
  point: false,
};

function valueBytes(value: Value): Buffer {
  return encodeBound(0, [value], []).subarray(4);
}

function atRank(rank: number, after: boolean): Cut {
  return { bytes: Buffer.from([rank + 0x10]), after };
}

function point(value: Value): FieldBounds | undefined {
  if (Array.isArray(value) || value instanceof BSONRegExp) return undefined;
  if (value === null || value === undefined) {
    const interval = { low: atRank(0, false), high: atRank(5, true), point: false };
    return { intervals: [interval], exact: false, matchesMissing: true };
  }
  const bytes = valueBytes(value);
  return {
    intervals: [{ low: { bytes, after: false }, high: { bytes, after: true }, point: true }],
    exact: true,
    matchesMissing: false,
  };
}

function range(operator: string, value: Value): FieldBounds | undefined {
  const rank = typeRank(value);
  if (value === null || value === undefined || Array.isArray(value) || isDoc(value) || rank >= 50 || rank === -1)
    return undefined;
  if (isNumeric(value) && Number.isNaN(toNumber(value))) return undefined;
  const bytes = valueBytes(value);
  const interval: Interval = { low: atRank(rank, false), high: atRank(rank, true), point: false };
  if (rank === 10) interval.low = { bytes: valueBytes(Number.NEGATIVE_INFINITY), after: false };
  if (operator.startsWith('$gt')) interval.low = { bytes, after: operator === '$gt' };
  else interval.high = { bytes, after: operator === '$lte' };
  return { intervals: [interval], exact: true, matchesMissing: false };
}

function pattern(source: string, options: string): FieldBounds | undefined {
  const prefix = literalPrefix(source, options);
  if (prefix === '') return undefined;
  // Without its two bytes of ending, a text's key is what every longer text's key starts with.
  const bytes = valueBytes(prefix).subarray(0, -2);
  return {
    intervals: [{ low: { bytes, after: false }, high: { bytes, after: true }, point: false }],
    exact: false,
    matchesMissing: false,
  };
}

function listed(values: Value): FieldBounds | undefined {
  if (!Array.isArray(values) || values.length > 5000) return undefined;
  const known: FieldBounds[] = [];
  for (const value of values) {
    const item = value instanceof BSONRegExp ? pattern(value.pattern, value.options) : point(value);
    if (!item) return undefined;
    known.push(item);
  }
  return {
    intervals: known.flatMap(({ intervals }) => intervals),
    exact: known.every(({ exact }) => exact),
    matchesMissing: known.some(({ matchesMissing }) => matchesMissing),
  };
}

function ofOperator(operator: string, operand: Value, siblings: Doc): FieldBounds | undefined {
  switch (operator) {
    case '$eq':
      return point(operand);
    case '$in':
      return listed(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(operator, operand);
    case '$regex': {
      const options = siblings.get('$options');
      const given = typeof options === 'string' ? options : undefined;
      if (operand instanceof BSONRegExp) return pattern(operand.pattern, given ?? operand.options);
      return typeof operand === 'string' ? pattern(operand, given ?? '') : undefined;
    }
    case '$exists':
      return operand === true ? { intervals: [everything], exact: false, matchesMissing: false } : undefined;
    default:
      return undefined;
  }
}

/** Collects the bounds that must all hold; answers whether they say everything the filter says. */
export function collectBounds(filter: Doc, bounds: FilterBounds): boolean {
  let complete = true;
  const add = (path: string, item: FieldBounds | undefined): void => {
    if (item) bounds.set(path, [...(bounds.get(path) ?? []), item]);
    else complete = false;
  };
  for (const [name, condition] of filter) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const item of condition) if (isDoc(item) && !collectBounds(item, bounds)) complete = false;
    } else if (name.startsWith('$')) complete = complete && name === '$comment';
    else if (isOperators(condition)) {
      for (const [operator, operand] of condition)
        if (operator !== '$options') add(name, ofOperator(operator, operand, condition));
    } else if (condition instanceof BSONRegExp) add(name, pattern(condition.pattern, condition.options));
    else add(name, point(condition));
  }
  return complete;
}

/** A cut as a place among the bytes. */
export function position({ bytes, after }: Cut): Buffer {
  return after ? afterPrefix(bytes) : bytes;
}

/** The overlap of two intervals, or undefined when they have none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = Buffer.compare(position(a.low), position(b.low)) >= 0 ? a.low : b.low;
  const high = Buffer.compare(position(a.high), position(b.high)) <= 0 ? a.high : b.high;
  return Buffer.compare(position(low), position(high)) < 0 ? { low, high, point: a.point || b.point } : undefined;
}

/** The interval as it lies among the keys of a descending field. */
export function turnRound({ low, high, point: isPoint }: Interval): Interval {
  const turn = ({ bytes, after }: Cut): Cut => ({
    bytes: Buffer.from(bytes.map((byte) => ~byte & 0xff)),
    after: !after,
  });
  return { low: turn(high), high: turn(low), point: isPoint };
}
