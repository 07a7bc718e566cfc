import { type Doc, isDoc } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { SortField } from '../query/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Index } from '../storage/indexes.ts';
import { storeRange } from '../storage/keys.ts';
import type { KeyRange, Store } from '../storage/store.ts';
import { collectBounds, type FilterBounds } from './bounds.ts';
import { coversPartial } from './covers-partial.ts';
import { type IndexRanges, indexRanges } from './index-ranges.ts';

/** One pass over the records or over stretches of an index. */
export interface Plan {
  /** Undefined for a pass over all records. */
  index?: Index | undefined;
  ranges: KeyRange[];
  reverse: boolean;
  /** Whether every record found matches, so that the filter need not be tried. */
  exact: boolean;
  /** Whether records come in the order asked for. */
  sorted: boolean;
  /** Passes that together answer an `$or`. */
  branches?: Plan[];
}

/** What a plan is made for. */
export interface Question {
  filter: Doc;
  sort?: readonly SortField[] | undefined;
  hint?: Doc | string | undefined;
  /** How many documents are wanted, when not all. */
  limit?: number | undefined;
  /** Only indexes that were ready by then may be used. */
  readyBy?: number | undefined;
}

function scanAll(collection: Collection, filter: Doc, sort: readonly SortField[]): Plan {
  const [first] = sort;
  const natural = first?.path === '$natural';
  return {
    ranges: [storeRange(collection.id)],
    reverse: natural && first.descending,
    exact: filter.size === 0,
    sorted: sort.length === 0 || natural,
  };
}

/** Whether an index gives the order, and read which way; fields held to one value do not count. */
function sortDirection(
  index: Index,
  made: IndexRanges,
  sort: readonly SortField[],
  fixed: ReadonlySet<string>,
): 'forward' | 'backward' | undefined {
  if (sort.length === 0 || index.cut || (!made.single && made.equalities > 0)) return undefined;
  let direction: 'forward' | 'backward' | undefined;
  let at = 0;
  for (const { path, descending } of sort) {
    while (at < made.equalities && index.fields[at]?.path !== path) at++;
    const field = index.fields[at];
    if (field?.path !== path) {
      if (fixed.has(path)) continue;
      return undefined;
    }
    if (at >= made.equalities) {
      if (index.multikey[at]) return undefined;
      const wanted = field.descending === descending ? 'forward' : 'backward';
      if (direction && direction !== wanted) return undefined;
      direction = wanted;
    }
    at++;
  }
  return direction ?? 'forward';
}

function fitsIndex(index: Index, bounds: FilterBounds, { filter, readyBy }: Question): boolean {
  if (!index.ready || index.hidden || (readyBy !== undefined && index.readyAt > readyBy)) return false;
  if (index.partial && !coversPartial(index.partial.filter, filter)) return false;
  if (!index.sparse) return true;
  return index.fields.some(({ path }) => bounds.get(path)?.some(({ matchesMissing }) => !matchesMissing) === true);
}

interface Candidate {
  plan: Plan;
  made: IndexRanges;
}

function candidateFor(
  index: Index,
  question: Question,
  bounds: FilterBounds,
  complete: boolean,
): Candidate | undefined {
  const made = indexRanges(index, bounds);
  const fixed = new Set(
    [...bounds]
      .filter(([, list]) => list.some(({ intervals: [only, ...rest] }) => only?.point && rest.length === 0))
      .map(([path]) => path),
  );
  const direction = sortDirection(index, made, question.sort ?? [], fixed);
  if (made.used.size === 0 && !direction) return undefined;
  const exact = complete && made.exact && [...bounds.keys()].every((path) => made.used.has(path));
  const plan: Plan = {
    index,
    ranges: made.ranges,
    reverse: direction === 'backward',
    exact,
    sorted: direction !== undefined || (question.sort ?? []).length === 0,
  };
  return { plan, made };
}

const mostCounted = 500;

/** How many keys a plan would read to its end: counted when they are few, else guessed by how much is asked for. */
function countKeys({ plan, made }: Candidate, collection: Collection, store: Store): number {
  if (plan.index?.unique && made.single && made.equalities === plan.index.fields.length) return 0;
  let keys = 0;
  for (const range of plan.ranges.slice(0, 20)) {
    keys += store.count(range, mostCounted - keys);
    if (keys >= mostCounted) break;
  }
  if (keys < mostCounted && plan.ranges.length <= 20) return keys;
  return Math.max(mostCounted, collection.count * 0.3 ** made.equalities * (made.hasRange ? 0.5 : 1));
}

/** The plan that is expected to read least: one that comes in order can stop at the limit. */
function cheapest(
  candidates: readonly Candidate[],
  collection: Collection,
  { limit }: Question,
  store: Store,
): Plan | undefined {
  const priced: { plan: Plan; keys: number }[] = [];
  for (const candidate of candidates) {
    const keys = countKeys(candidate, collection, store);
    if (keys === 0) return candidate.plan;
    priced.push({ plan: candidate.plan, keys });
  }
  const matches = Math.min(...priced.map(({ keys }) => keys));
  const cost = ({ plan, keys }: { plan: Plan; keys: number }): number =>
    plan.sorted ? Math.min(keys, limit ? (limit * keys) / matches : keys) : keys * 1.5;
  priced.sort((a, b) => cost(a) - cost(b));
  return priced[0]?.plan;
}

function byHint(collection: Collection, question: Question, bounds: FilterBounds, complete: boolean): Plan {
  const { hint, filter, sort = [] } = question;
  if (isDoc(hint) && hint.has('$natural'))
    return { ...scanAll(collection, filter, sort), reverse: Number(hint.get('$natural')) < 0 };
  const wanted = isDoc(hint) ? JSON.stringify([...hint]) : undefined;
  const index = collection.indexes.find((item) =>
    wanted === undefined ? item.name === hint : JSON.stringify([...item.key]) === wanted,
  );
  if (!index?.ready)
    throw new MongoError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  const candidate = candidateFor(index, question, bounds, complete);
  if (candidate) return candidate.plan;
  return { index, ranges: [storeRange(index.id)], reverse: false, exact: filter.size === 0, sorted: sort.length === 0 };
}

function planOr(collection: Collection, question: Question, store: Store): Plan | undefined {
  const branches = question.filter.get('$or');
  if (!Array.isArray(branches)) return undefined;
  const rest = new Map(question.filter);
  rest.delete('$or');
  const plans: Plan[] = [];
  for (const branch of branches) {
    if (!isDoc(branch)) return undefined;
    const filter: Doc = new Map([['$and', [rest, branch]]]);
    const plan = choosePlan(collection, { filter, readyBy: question.readyBy }, store);
    if (!plan.index) return undefined;
    plans.push(plan);
  }
  return { ranges: [], reverse: false, exact: false, sorted: (question.sort ?? []).length === 0, branches: plans };
}

/** Chooses how to find what a filter asks for, in the order asked for where an index has it. */
export function choosePlan(collection: Collection, question: Question, store: Store): Plan {
  const bounds: FilterBounds = new Map();
  const complete = collectBounds(question.filter, bounds);
  if (question.hint !== undefined) return byHint(collection, question, bounds, complete);
  if (question.sort?.[0]?.path === '$natural') return scanAll(collection, question.filter, question.sort);
  const candidates: Candidate[] = [];
  for (const index of collection.indexes) {
    if (!fitsIndex(index, bounds, question)) continue;
    const candidate = candidateFor(index, question, bounds, complete);
    if (candidate) candidates.push(candidate);
  }
  const bounded = candidates.some(({ made }) => made.used.size > 0);
  const union = bounded ? undefined : planOr(collection, question, store);
  if (union) return union;
  const [first] = candidates;
  if (!first) return scanAll(collection, question.filter, question.sort ?? []);
  return candidates.length === 1 ? first.plan : (cheapest(candidates, collection, question, store) ?? first.plan);
}
