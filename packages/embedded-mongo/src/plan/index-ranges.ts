import type { Index } from '../storage/indexes.ts';
import { afterPrefix, storeRange } from '../storage/keys.ts';
import type { KeyRange } from '../storage/store.ts';
import {
  everything,
  type FieldBounds,
  type FilterBounds,
  type Interval,
  intersect,
  position,
  turnRound,
} from './bounds.ts';

const mostRanges = 2000;

/** The stretches of an index that hold what a filter asks for. */
export interface IndexRanges {
  ranges: KeyRange[];
  /** How many leading fields are held to single values. */
  equalities: number;
  /** Whether a stretch of the next field is used. */
  hasRange: boolean;
  /** Whether one value each is asked for of the leading fields. */
  single: boolean;
  /** Whether the ranges say all that the bounds on the used fields say. */
  exact: boolean;
  /** Fields whose bounds are used. */
  used: Set<string>;
}

/** All of a field's bounds at once; with arrays only one may be used, as each may be met by another element. */
function intervalsOf(bounds: readonly FieldBounds[], multikey: boolean): { intervals: Interval[]; exact: boolean } {
  const [first, ...others] = bounds;
  if (!first) return { intervals: [everything], exact: true };
  if (multikey) {
    const best = bounds.find(({ intervals }) => intervals.every(({ point }) => point)) ?? first;
    return { intervals: best.intervals, exact: false };
  }
  let { intervals, exact } = first;
  for (const other of others) {
    intervals = intervals.flatMap((a) => other.intervals.flatMap((b) => intersect(a, b) ?? []));
    exact &&= other.exact;
  }
  return { intervals, exact };
}

function merge(ranges: KeyRange[]): KeyRange[] {
  ranges.sort((a, b) => Buffer.compare(a.low, b.low));
  const merged: KeyRange[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && Buffer.compare(range.low, last.high) < 0) {
      if (Buffer.compare(range.high, last.high) > 0) last.high = range.high;
    } else merged.push({ ...range });
  }
  return merged;
}

/** Turns the bounds of a filter into key ranges of an index, in the index's order. */
export function indexRanges(index: Index, bounds: FilterBounds): IndexRanges {
  let prefixes = [storeRange(index.id).low];
  const result: IndexRanges = {
    ranges: [],
    equalities: 0,
    hasRange: false,
    single: true,
    exact: !index.cut,
    used: new Set(),
  };
  let arrayUsed = false;
  for (const [i, { path, descending }] of index.fields.entries()) {
    const field = bounds.get(path);
    const multikey = index.multikey[i] === true;
    if (!field || (multikey && arrayUsed)) break;
    arrayUsed ||= multikey;
    const { intervals, exact } = intervalsOf(field, multikey);
    if (prefixes.length * intervals.length > mostRanges) break;
    result.used.add(path);
    result.exact &&= exact && field.every((item) => item.exact);
    const turned = descending ? intervals.map(turnRound) : intervals;
    if (!turned.every(({ point }) => point)) {
      result.hasRange = true;
      result.ranges = merge(prefixes.flatMap((prefix) => turned.map((interval) => rangeOf(prefix, interval))));
      return result;
    }
    result.equalities++;
    if (turned.length !== 1) result.single = false;
    prefixes = prefixes.flatMap((prefix) =>
      turned.map(({ low, high }) => Buffer.concat([prefix, low.after ? high.bytes : low.bytes])),
    );
  }
  result.ranges = merge(prefixes.map((prefix) => ({ low: prefix, high: afterPrefix(prefix) })));
  return result;
}

function rangeOf(prefix: Buffer, { low, high }: Interval): KeyRange {
  const open = low.bytes.length === 0;
  return {
    low: open ? prefix : Buffer.concat([prefix, position(low)]),
    high: high.bytes.length === 0 ? afterPrefix(prefix) : Buffer.concat([prefix, position(high)]),
  };
}
