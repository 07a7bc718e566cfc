import { Binary } from 'bson';
import { type Doc, isDoc, isNumeric, toNumber } from '../bson/value.ts';
import { MongoError, toMongoError } from '../errors.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './collections.ts';
import * as diagnostics from './diagnostics.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import type { Handler, Reply, Request } from './request.ts';
import { abortTransaction, commitTransaction, endSessions } from './sessions.ts';
import { collectionStatistics, databaseStatistics, modifyCollection, validateCollection } from './statistics.ts';
import { insert, remove, update } from './write.ts';

const nothing: Handler = () => ({});

const handlers: Record<string, Handler> = {
  hello: diagnostics.hello,
  ismaster: diagnostics.hello,
  ping: nothing,
  buildinfo: diagnostics.buildInfo,
  serverstatus: diagnostics.serverStatus,
  getparameter: diagnostics.getParameter,
  connectionstatus: diagnostics.connectionStatus,
  getlog: diagnostics.getLog,
  hostinfo: diagnostics.hostInfo,
  whatsmyuri: diagnostics.whatsMyUri,
  replsetgetstatus: diagnostics.replicaSetStatus,
  getcmdlineopts: () => ({ argv: ['embedded-mongo'], parsed: {} }),
  top: () => ({ totals: {} }),
  insert,
  update,
  delete: remove,
  findandmodify: findAndModify,
  find,
  getmore: getMore,
  killcursors: killCursors,
  aggregate,
  explain,
  collstats: collectionStatistics,
  dbstats: databaseStatistics,
  validate: validateCollection,
  collmod: modifyCollection,
  count,
  distinct,
  create,
  drop,
  dropdatabase: dropDatabase,
  listcollections: listCollections,
  listdatabases: listDatabases,
  renamecollection: renameCollection,
  createindexes: createIndexes,
  listindexes: listIndexes,
  dropindexes: dropIndexes,
  startsession: nothing,
  refreshsessions: nothing,
  endsessions: endSessions,
  killsessions: endSessions,
  committransaction: commitTransaction,
  aborttransaction: abortTransaction,
};

const inTransaction = new Set([
  'insert',
  'update',
  'delete',
  'findandmodify',
  'find',
  'getmore',
  'killcursors',
  'aggregate',
  'distinct',
  'create',
]);
const endings = new Set(['committransaction', 'aborttransaction']);

/** The id of the session a command belongs to. */
export function sessionOf(command: Doc): Binary | undefined {
  const lsid = command.get('lsid');
  const id = isDoc(lsid) ? lsid.get('id') : undefined;
  return id instanceof Binary ? id : undefined;
}

/** Runs a command of a transaction; any error ends the transaction. */
async function runInTransaction(request: Request, handler: Handler, name: string): Promise<Reply> {
  const { server, session, txnNumber, command } = request;
  if (!inTransaction.has(name))
    throw new MongoError(263, `Cannot run '${request.name}' in a multi-document transaction.`);
  const starts = command.get('startTransaction') === true;
  request.transaction = server.sessions.enter(request, starts);
  try {
    return await handler(request);
  } catch (error) {
    if (session) server.sessions.abort(server, session, txnNumber);
    throw error;
  }
}

/** Errors after which the whole transaction may be run again carry the label that says so. */
function labelled(error: MongoError): MongoError {
  if (error.code !== 112 && error.code !== 251) return error;
  return new MongoError(error.code, error.message, { ...error.extra, errorLabels: ['TransientTransactionError'] });
}

/**
 * Carries out a command.
 * @throws MongoError 59 for one there is not, 263 for one that a transaction cannot hold.
 */
export async function run(request: Request): Promise<Reply> {
  const name = request.name.toLowerCase();
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!handler) throw new MongoError(59, `no such command: '${request.name}'`);
  const number = request.command.get('txnNumber');
  if (isNumeric(number)) request.txnNumber = BigInt(toNumber(number));
  if (request.command.get('autocommit') !== false) return handler(request);
  try {
    return await (endings.has(name) ? handler(request) : runInTransaction(request, handler, name));
  } catch (error) {
    throw labelled(toMongoError(error));
  }
}
