import { serialize } from 'bson';
import { decode } from '../bson/decode.ts';
import type { Doc } from '../bson/value.ts';
import { choosePlan, type Plan, type Question } from '../plan/choose-plan.ts';
import type { Examined, Row } from '../plan/run-plan.ts';
import { compileFilter, type Matcher } from '../query/match.ts';
import { compileProjection } from '../query/project.ts';
import { parseSort, Sorter } from '../query/sort.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Store } from '../storage/store.ts';
import type { View } from './view.ts';

/** What to find and how to hand it out. */
export interface Query {
  filter: Doc;
  sort?: Doc | undefined;
  skip?: number | undefined;
  limit?: number | undefined;
  projection?: Doc | undefined;
  hint?: Doc | string | undefined;
  variables?: Doc | undefined;
}

/** A query made ready to run. */
export interface Prepared {
  plan: Plan;
  rows: Generator<Row | null>;
  examined: Examined;
}

/** The bytes of a document that this server made. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: false });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Rows that match a filter, in the order and number asked for. */
export function prepare(view: View, collection: Collection, query: Query): Prepared {
  const sort = parseSort(query.sort);
  const question: Question = {
    filter: query.filter,
    sort,
    hint: query.hint,
    limit: query.limit ? query.limit + (query.skip ?? 0) : undefined,
    readyBy: view.startedAt,
  };
  const matcher = compileFilter(query.filter, query.variables);
  const plan = choosePlan(collection, question, view.store);
  const end = (query.skip ?? 0) + (query.limit || Number.POSITIVE_INFINITY);
  const examined: Examined = { keys: 0, documents: 0 };
  const expected = plan.sorted && plan.exact ? Math.min(end, 101) : undefined;
  const found = view.rows(plan, { collection, expected, examined });
  const matching = matchRows(found, matcher, plan.exact && !view.changes(collection), view.store);
  const sorted = plan.sorted && !view.changes(collection) ? matching : sortRows(matching, query, end);
  return { plan, rows: limitRows(sorted, query.skip ?? 0, end), examined };
}

/** Tries the filter on what a plan found; what an exact plan read before a pause is tried again. */
function* matchRows(rows: Iterable<Row | null>, matcher: Matcher, exact: boolean, store: Store): Generator<Row | null> {
  const { version } = store;
  for (const row of rows) {
    if (row === null) yield null;
    else if (exact && store.version === version) yield row;
    else if (matcher.test(decode(row.bytes, 0, matcher.fields))) yield row;
  }
}

function* sortRows(rows: Iterable<Row | null>, query: Query, end: number): Generator<Row | null> {
  const sort = parseSort(query.sort);
  const fields = new Set(sort.map(({ parts }) => parts[0] ?? ''));
  const sorter = new Sorter<Row>(sort, end);
  for (const row of rows) {
    if (row === null) yield null;
    else sorter.add(row, decode(row.bytes, 0, fields), row.bytes.length);
  }
  yield* sorter.finish();
}

function* limitRows(rows: Iterable<Row | null>, skip: number, end: number): Generator<Row | null> {
  let place = 0;
  for (const row of rows) {
    if (row === null) yield null;
    else {
      if (place++ >= skip) yield row;
      if (place >= end) return;
    }
  }
}

/** The found documents as bytes, with the projection applied. */
export function* project(rows: Iterable<Row | null>, query: Query): Generator<Buffer | null> {
  const projector =
    query.projection &&
    compileProjection(query.projection, { variables: query.variables, filter: query.filter, find: true });
  for (const row of rows) yield row && (projector ? encode(projector(decode(row.bytes))) : row.bytes);
}
