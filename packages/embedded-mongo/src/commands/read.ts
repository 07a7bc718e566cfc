import { decode } from '../bson/decode.ts';
import { identityOf } from '../bson/encode-key.ts';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { missing, someAtPath } from '../query/path.ts';
import { compileProjection } from '../query/project.ts';
import { parseSort } from '../query/sort.ts';
import { yieldTurn } from './cursors.ts';
import { prepare, project, type Query } from './query.ts';
import {
  collectionName,
  countArgument,
  docArgument,
  isSet,
  type Reply,
  type Request,
  refuseCollation,
} from './request.ts';
import { viewOf } from './sessions.ts';

function hintArgument(command: Doc): Doc | string | undefined {
  const hint = command.get('hint');
  if (isDoc(hint) && hint.size === 0) return undefined;
  return isDoc(hint) || typeof hint === 'string' ? hint : undefined;
}

/** The query that a find command asks. */
export function queryArguments(command: Doc): Query {
  refuseCollation(command);
  if (isSet(command.get('tailable')) || isSet(command.get('awaitData')))
    throw new MongoError(115, 'tailable cursors are not supported by this server');
  for (const name of ['min', 'max', 'returnKey', 'showRecordId']) {
    const value = command.get(name);
    if (isDoc(value) ? value.size > 0 : isSet(value))
      throw new MongoError(115, `${name} is not supported by this server`);
  }
  return {
    filter: docArgument(command, 'filter') ?? new Map(),
    sort: docArgument(command, 'sort'),
    skip: countArgument(command, 'skip'),
    limit: countArgument(command, 'limit'),
    projection: docArgument(command, 'projection'),
    hint: hintArgument(command),
    variables: docArgument(command, 'let'),
  };
}

/** `find`. */
export async function find(request: Request): Promise<Reply> {
  const { command, server } = request;
  const name = collectionName(request);
  const query = queryArguments(command);
  const collection = server.catalog.find(request.db, name);
  const view = viewOf(request);
  const options = {
    batchSize: countArgument(command, 'batchSize'),
    singleBatch: isSet(command.get('singleBatch')),
    owner: ownerOf(request),
    maxTimeMs: countArgument(command, 'maxTimeMS'),
  };
  if (!collection) {
    compileFilter(query.filter, query.variables);
    parseSort(query.sort);
    if (query.projection) compileProjection(query.projection, { find: true, filter: query.filter });
  }
  const source = collection ? project(prepare(view, collection, query).rows, query) : [].values();
  return server.cursors.open(`${request.db}.${name}`, source, options);
}

/** The session that a cursor belongs to. */
export function ownerOf(request: Request): string {
  return request.session?.toString('hex') ?? '';
}

function cursorId(value: Value): number {
  if (!isNumeric(value)) throw new MongoError(14, 'a cursor id must be a number');
  return toNumber(value);
}

/** `getMore`. */
export function getMore(request: Request): Promise<Reply> {
  const { command, server } = request;
  const name = command.get('collection');
  if (typeof name !== 'string')
    throw new MongoError(14, "BSON field 'getMore.collection' is missing but a required field");
  return server.cursors.next(
    cursorId(command.get('getMore')),
    `${request.db}.${name}`,
    countArgument(command, 'batchSize') || undefined,
  );
}

/** `killCursors`. */
export function killCursors(request: Request): Reply {
  const ids = request.command.get('cursors');
  if (!Array.isArray(ids)) throw new MongoError(14, "BSON field 'killCursors.cursors' must be an array");
  const [killed, notFound]: [Value[], Value[]] = [[], []];
  for (const id of ids) (request.server.cursors.kill(cursorId(id)) ? killed : notFound).push(id);
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

/** `count`; without a filter it is answered from memory, with one that an index says all about from the index. */
export async function count(request: Request): Promise<Reply> {
  const { command, server } = request;
  const query: Query = {
    ...queryArguments(command),
    filter: docArgument(command, 'query') ?? new Map(),
    limit: 0,
    skip: 0,
  };
  const collection = server.catalog.find(request.db, collectionName(request));
  if (!collection) return { n: 0 };
  const view = viewOf(request);
  const [skip, limit] = [
    countArgument(command, 'skip') ?? 0,
    Math.abs(Number(command.get('limit') ?? 0)) || Number.POSITIVE_INFINITY,
  ];
  const within = (total: number): Reply => ({ n: Math.min(Math.max(total - skip, 0), limit) });
  if (query.filter.size === 0 && !view.inTransaction) return within(collection.count);
  const { plan, rows } = prepare(view, collection, query);
  if (plan.exact && plan.index && !view.inTransaction && !plan.branches) {
    return within(plan.ranges.reduce((sum, range) => sum + server.store.count(range), 0));
  }
  return within(await countRows(rows));
}

async function countRows(rows: Iterable<unknown>): Promise<number> {
  let total = 0;
  let turnStarted = performance.now();
  for (const row of rows) {
    if (row !== null) total++;
    else if (performance.now() - turnStarted > 5) {
      await yieldTurn();
      turnStarted = performance.now();
    }
  }
  return total;
}

/** `distinct`. */
export async function distinct(request: Request): Promise<Reply> {
  const { command, server } = request;
  const key = command.get('key');
  if (typeof key !== 'string' || key === '')
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const query = { ...queryArguments(command), filter: docArgument(command, 'query') ?? new Map() };
  const collection = server.catalog.find(request.db, collectionName(request));
  const values = new Map<string, Value>();
  const parts = key.split('.');
  const add = (value: Value): void => {
    const identity = identityOf(value);
    if (!values.has(identity)) values.set(identity, value);
  };
  if (!collection) compileFilter(query.filter);
  else {
    let turnStarted = performance.now();
    for (const row of prepare(viewOf(request), collection, query).rows) {
      if (row) {
        someAtPath(decode(row.bytes, 0, new Set([parts[0] ?? ''])), parts, (found) => {
          if (Array.isArray(found)) found.forEach(add);
          else if (found !== missing) add(found);
          return false;
        });
      } else if (performance.now() - turnStarted > 5) {
        await yieldTurn();
        turnStarted = performance.now();
      }
    }
  }
  return { values: [...values.values()] };
}
