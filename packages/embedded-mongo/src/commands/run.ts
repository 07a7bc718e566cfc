import type { Binary } from 'bson';
import { isDoc } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import { aggregate } from './aggregate.ts';
import { create, drop, dropDatabase, listCollections, listDatabases, renameCollection } from './collections.ts';
import * as diagnostics from './diagnostics.ts';
import { findAndModify } from './findAndModify.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import type { Handler, Reply, Request } from './request.ts';
import { endSessions } from './sessions.ts';
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
};

/** Whether there is a command of that name. */
export function isCommand(name: string): boolean {
  return Object.hasOwn(handlers, name.toLowerCase());
}

/** The id of the session a command belongs to. */
export function sessionOf(request: Pick<Request, 'command'>): Binary | undefined {
  const lsid = request.command.get('lsid');
  const id = isDoc(lsid) ? lsid.get('id') : undefined;
  return id !== null && typeof id === 'object' && '_bsontype' in id && id._bsontype === 'Binary'
    ? (id as Binary)
    : undefined;
}

/**
 * Carries out a command.
 * @throws MongoError 59 for one there is not.
 */
export async function run(request: Request): Promise<Reply> {
  const name = request.name.toLowerCase();
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!handler) throw new MongoError(59, `no such command: '${request.name}'`);
  return handler(request);
}
