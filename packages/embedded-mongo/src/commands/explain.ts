import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Plan } from '../plan/choose-plan.ts';
import { splitQuery } from './aggregate.ts';
import { yieldTurn } from './cursors.ts';
import { prepare, type Query } from './query.ts';
import { queryArguments } from './read.ts';
import { checkNames, docsArgument, type Reply, type Request } from './request.ts';
import { viewOf } from './sessions.ts';

/** The query inside any command that has one. */
function queryOf(command: Doc, name: string): Query {
  switch (name) {
    case 'find':
      return queryArguments(command);
    case 'aggregate': {
      const stages = command.get('pipeline');
      return splitQuery(Array.isArray(stages) ? stages : []).query;
    }
    case 'count':
    case 'distinct':
    case 'findAndModify':
    case 'findandmodify':
      return {
        ...queryArguments(new Map([...command].filter(([key]) => key !== 'fields'))),
        filter: docOrEmpty(command.get('query')),
      };
    case 'update':
    case 'delete': {
      const [statement] = docsArgument(command, name === 'update' ? 'updates' : 'deletes');
      return { filter: docOrEmpty(statement?.get('q')) };
    }
    default:
      throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  }
}

function docOrEmpty(value: Value): Doc {
  return isDoc(value) ? value : new Map();
}

function describe(plan: Plan, query: Query, covered: boolean): Reply {
  const { index } = plan;
  let stage: Reply;
  if (plan.branches)
    stage = {
      stage: 'FETCH',
      filter: query.filter,
      inputStage: { stage: 'OR', inputStages: plan.branches.map((branch) => describe(branch, query, true)) },
    };
  else if (!index)
    stage = { stage: 'COLLSCAN', filter: query.filter, direction: plan.reverse ? 'backward' : 'forward' };
  else {
    const scan = {
      stage: 'IXSCAN',
      keyPattern: index.key,
      indexName: index.name,
      isMultiKey: index.multikey.includes(true),
      isUnique: index.unique,
      isSparse: index.sparse,
      isPartial: index.partial !== undefined,
      direction: plan.reverse ? 'backward' : 'forward',
      ranges: plan.ranges.length,
    };
    stage = covered ? scan : { stage: 'FETCH', ...(plan.exact ? {} : { filter: query.filter }), inputStage: scan };
  }
  if (!plan.sorted) stage = { stage: 'SORT', sortPattern: query.sort, inputStage: stage };
  return query.limit ? { stage: 'LIMIT', limitAmount: query.limit, inputStage: stage } : stage;
}

/** `explain`: the plan that was chosen and, unless told otherwise, what running it looks at. */
export async function explain(request: Request): Promise<Reply> {
  const inner = request.command.get('explain');
  if (!isDoc(inner)) throw new MongoError(14, "BSON field 'explain' is the wrong type, expected type 'object'");
  const [[name, target] = ['', undefined]] = inner;
  if (typeof target !== 'string') throw new MongoError(73, `Invalid namespace for explain: ${String(target)}`);
  checkNames(request.db, target);
  const query = queryOf(inner, name);
  const collection = request.server.catalog.find(request.db, target);
  const namespace = `${request.db}.${target}`;
  if (!collection)
    return {
      queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] },
      executionStats: { nReturned: 0, totalKeysExamined: 0, totalDocsExamined: 0 },
    };
  const { plan, rows, examined } = prepare(viewOf(request), collection, query);
  const queryPlanner = {
    namespace,
    parsedQuery: query.filter,
    winningPlan: describe(plan, query, false),
    rejectedPlans: [],
  };
  if (request.command.get('verbosity') === 'queryPlanner') return { queryPlanner };
  const startedAt = performance.now();
  let nReturned = 0;
  for (const row of rows) {
    if (row) nReturned++;
    else await yieldTurn();
  }
  const executionStats = {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - startedAt),
    totalKeysExamined: examined.keys,
    totalDocsExamined: examined.documents,
    executionStages: queryPlanner.winningPlan,
  };
  return { queryPlanner, executionStats, serverInfo: { version: '7.0.0', port: request.server.port } };
}
