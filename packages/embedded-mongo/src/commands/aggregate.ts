import { neededFields } from '../aggregate/needed-fields.ts';
import { compilePipeline, type Docs, type PipelineContext, stageOf } from '../aggregate/pipeline.ts';
import { decode } from '../bson/decode.ts';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Row } from '../plan/run-plan.ts';
import { RawBatch, yieldTurn } from './cursors.ts';
import { mergeInto } from './merge.ts';
import { encode, prepare, type Query } from './query.ts';
import { ownerOf } from './read.ts';
import { collectionName, countArgument, docArgument, type Reply, type Request, refuseCollation } from './request.ts';
import { viewOf } from './sessions.ts';
import type { View } from './view.ts';

/** Takes the stages at the front that a query can answer by its plan. */
export function splitQuery(stages: readonly Value[], variables?: Doc): { query: Query; rest: Value[] } {
  const filters: Doc[] = [];
  const query: Query = { filter: new Map(), variables };
  let at = 0;
  for (; at < stages.length; at++) {
    const [name, spec] = stageOf(stages[at]);
    if (name === '$match' && isDoc(spec) && !query.sort) filters.push(spec);
    else if (name === '$sort' && isDoc(spec) && spec.size > 0 && !query.sort) query.sort = spec;
    else break;
  }
  const next = stages[at];
  const limit = isDoc(next) ? next.get('$limit') : undefined;
  if (isNumeric(limit) && Number.isInteger(toNumber(limit)) && toNumber(limit) > 0) {
    query.limit = toNumber(limit);
    at++;
  }
  const [only] = filters;
  if (only) query.filter = filters.length === 1 ? only : new Map([['$and', filters]]);
  return { query, rest: stages.slice(at) };
}

function* decodeRows(rows: Iterable<Row | null>, fields: Set<string> | undefined): Generator<Doc | null> {
  for (const row of rows) yield row && decode(row.bytes, 0, fields);
}

function readDocs(view: View, request: Request, name: string, stages: readonly Value[], variables?: Doc): Docs {
  const collection = request.server.catalog.find(request.db, name);
  const { query, rest } = splitQuery(stages, variables);
  const source: Docs = collection ? decodeRows(prepare(view, collection, query).rows, neededFields(rest)) : [];
  return compilePipeline(rest, contextOf(view, request, variables))(source);
}

function contextOf(view: View, request: Request, variables?: Doc): PipelineContext {
  return {
    variables,
    read: (name, filter, pipeline, lets) =>
      readDocs(view, request, name, filter.size > 0 ? [new Map([['$match', filter]]), ...pipeline] : pipeline, lets),
  };
}

function* encodeDocs(docs: Docs): Generator<Buffer | null> {
  for (const doc of docs) yield doc && encode(doc);
}

/** The raw bytes where the pipeline is no more than a query, else what the stages make. */
function sourceOf(
  view: View,
  request: Request,
  name: string | undefined,
  stages: Value[],
  variables?: Doc,
): Generator<Buffer | null> {
  if (name === undefined) return encodeDocs(withoutCollection(view, request, stages, variables));
  const { query, rest } = splitQuery(stages, variables);
  if (rest.length > 0) return encodeDocs(readDocs(view, request, name, stages, variables));
  const collection = request.server.catalog.find(request.db, name);
  return (function* raw() {
    if (collection) for (const row of prepare(view, collection, query).rows) yield row?.bytes ?? null;
  })();
}

function withoutCollection(view: View, request: Request, stages: Value[], variables?: Doc): Docs {
  const [first, ...rest] = stages;
  const documents = isDoc(first) ? first.get('$documents') : undefined;
  if (!Array.isArray(documents)) throw new MongoError(73, '{aggregate: 1} is not valid for this pipeline');
  return compilePipeline(rest, contextOf(view, request, variables))(documents.filter(isDoc));
}

/** `aggregate`. */
export async function aggregate(request: Request): Promise<Reply> {
  const { command, server } = request;
  refuseCollation(command);
  const stages = command.get('pipeline');
  if (!Array.isArray(stages))
    throw new MongoError(14, "BSON field 'aggregate.pipeline' is missing but a required field");
  if (stages.some((stage) => stageOf(stage)[0] === '$changeStream'))
    throw new MongoError(115, '$changeStream is not supported by this server');
  const isDatabase = isNumeric(command.get('aggregate'));
  const name = isDatabase ? undefined : collectionName(request);
  const cursor = docArgument(command, 'cursor') ?? new Map<string, Value>();
  const variables = docArgument(command, 'let');
  const view = viewOf(request);
  const namespace = `${request.db}.${name ?? '$cmd.aggregate'}`;
  const last = stages[stages.length - 1];
  const [lastName, target] = last === undefined ? [] : stageOf(last);
  if (lastName === '$out' || lastName === '$merge') {
    const docs: Doc[] = [];
    for (const bytes of sourceOf(view, request, name, stages.slice(0, -1), variables)) {
      if (bytes) docs.push(decode(bytes));
      else await yieldTurn();
    }
    await mergeInto(request, lastName, target, docs);
    return { cursor: { firstBatch: new RawBatch([]), id: 0n, ns: namespace } };
  }
  const source = sourceOf(view, request, name, stages, variables);
  return server.cursors.open(namespace, source, {
    batchSize: countArgument(cursor, 'batchSize'),
    owner: ownerOf(request),
    maxTimeMs: countArgument(command, 'maxTimeMS'),
  });
}
