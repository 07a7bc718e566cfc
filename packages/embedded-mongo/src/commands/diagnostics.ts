import { hostname } from 'node:os';
import { ObjectId, Timestamp } from 'bson';
import { maxDocumentBytes } from '../bson/validate.ts';
import { MongoError } from '../errors.ts';
import type { Reply, Request } from './request.ts';

/** The release whose behaviour this server follows. */
const version = '7.0.0';
const processId = new ObjectId();

/** The largest message that is read, in bytes. */
export const maxMessageBytes = 48000000;

/** `hello` and its older names: a replica set of one, reachable at the address the client used. */
export function hello(request: Request): Reply {
  const legacy = request.name !== 'hello';
  const me = request.connection.address;
  return {
    helloOk: true,
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    secondary: false,
    setName: 'rs0',
    setVersion: 1,
    hosts: [me],
    primary: me,
    me,
    electionId: processId,
    lastWrite: {
      lastWriteDate: new Date(),
      opTime: { ts: new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }), t: 1 },
    },
    maxBsonObjectSize: maxDocumentBytes,
    maxMessageSizeBytes: maxMessageBytes,
    maxWriteBatchSize: 100000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: request.connection.id,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  };
}

/** `buildInfo`. */
export function buildInfo(): Reply {
  return {
    version,
    gitVersion: 'embedded-mongo',
    versionArray: [7, 0, 0, 0],
    modules: [],
    javascriptEngine: 'none',
    sysInfo: 'deprecated',
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentBytes,
    storageEngines: ['lmdb'],
  };
}

/** `serverStatus`, the part that tools look at. */
export function serverStatus({ server }: Request): Reply {
  const memory = process.memoryUsage();
  const seconds = Math.floor((Date.now() - server.startedAt.getTime()) / 1000);
  return {
    host: `${hostname()}:${server.port}`,
    version,
    process: 'embedded-mongo',
    pid: process.pid,
    uptime: seconds,
    uptimeMillis: BigInt(Date.now() - server.startedAt.getTime()),
    localTime: new Date(),
    connections: { current: server.connections(), available: 10000, totalCreated: 0 },
    metrics: { cursor: { open: { total: server.cursors.size } } },
    mem: { bits: 64, resident: Math.round(memory.rss / 2 ** 20), virtual: 0 },
    storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
  };
}

/** `getParameter`; there are none to speak of. */
export function getParameter(request: Request): Reply {
  if (request.command.get('getParameter') === '*') return { featureCompatibilityVersion: { version: '7.0' } };
  if (request.command.has('featureCompatibilityVersion')) return { featureCompatibilityVersion: { version: '7.0' } };
  throw new MongoError(72, 'no option found to get');
}

/** `connectionStatus`. */
export function connectionStatus(): Reply {
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] } };
}

/** `getLog`. */
export function getLog(request: Request): Reply {
  if (request.command.get('getLog') === '*') return { names: ['global', 'startupWarnings'] };
  return { totalLinesWritten: 0, log: [] };
}

/** `hostInfo`. */
export function hostInfo(): Reply {
  return { system: { hostname: hostname(), currentTime: new Date() }, os: { type: process.platform }, extra: {} };
}

/** `whatsmyuri`. */
export function whatsMyUri(request: Request): Reply {
  return { you: request.connection.address };
}

/** `replSetGetStatus`: one member, the primary. */
export function replicaSetStatus(request: Request): Reply {
  return {
    set: 'rs0',
    date: new Date(),
    myState: 1,
    members: [{ _id: 0, name: request.connection.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
  };
}
