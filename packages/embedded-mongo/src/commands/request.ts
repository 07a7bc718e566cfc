import type { Binary } from 'bson';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/value.ts';
import { MongoError } from '../errors.ts';
import type { Catalog, Collection } from '../storage/catalog.ts';
import type { Store } from '../storage/store.ts';
import type { Locks } from '../transactions/locks.ts';
import type { Sessions } from '../transactions/sessions.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { Cursors } from './cursors.ts';

/** What all commands work on. */
export interface Server {
  store: Store;
  catalog: Catalog;
  cursors: Cursors;
  locks: Locks;
  sessions: Sessions;
  startedAt: Date;
  /** The number of open connections. */
  connections: () => number;
  /** Removes what has been dropped, in the background. */
  purge: () => void;
  port: number;
}

/** What is known of the client's connection. */
export interface Connection {
  id: number;
  /** The address the client reached us at, as `host:port`. */
  address: string;
}

/** One command as it arrived. */
export interface Request {
  server: Server;
  connection: Connection;
  db: string;
  name: string;
  command: Doc;
  /** Documents that came as bytes: the `documents` of insert and document sequences. */
  sequences: Map<string, Buffer[]>;
  session?: Binary | undefined;
  /** The number that makes a write safe to send twice, or names a transaction. */
  txnNumber?: bigint | undefined;
  /** The transaction the command belongs to. */
  transaction?: Transaction | undefined;
}

/** A reply's fields; `ok` is added. */
export type Reply = Record<string, unknown>;

/** Carries out one command. */
export type Handler = (request: Request) => Reply | Promise<Reply>;

/** A document argument, or undefined. @throws MongoError 14 for another type. */
export function docArgument(command: Doc, name: string): Doc | undefined {
  const value = command.get(name);
  if (value === undefined || value === null) return undefined;
  if (isDoc(value)) return value;
  throw new MongoError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
}

/** A whole number that is not negative, or undefined. @throws MongoError 2 or 14. */
export function countArgument(command: Doc, name: string): number | undefined {
  const value = command.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw new MongoError(14, `BSON field '${name}' is the wrong type, expected type 'number'`);
  const number = Math.trunc(toNumber(value));
  if (number < 0) throw new MongoError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** An array of documents. @throws MongoError 14 for another type. */
export function docsArgument(command: Doc, name: string): Doc[] {
  const value = command.get(name);
  if (!Array.isArray(value)) throw new MongoError(14, `BSON field '${name}' is the wrong type, expected type 'array'`);
  return value.map((item) => {
    if (isDoc(item)) return item;
    throw new MongoError(14, `BSON field '${name}' must hold objects`);
  });
}

/** Refuses a collation other than the simple one. */
export function refuseCollation(command: Doc): void {
  const collation = command.get('collation');
  if (!isDoc(collation) || collation.size === 0 || collation.get('locale') === 'simple') return;
  throw new MongoError(115, 'collation is not supported by this server');
}

/** The collection a command names. @throws MongoError 73 for a name that cannot be. */
export function collectionName(request: Request): string {
  const name = request.command.get(request.name);
  if (typeof name !== 'string') throw new MongoError(73, `collection name has invalid type ${typeof name}`);
  checkNames(request.db, name);
  return name;
}

/** @throws MongoError 73 for names of databases and collections that cannot be. */
export function checkNames(db: string, name: string): void {
  if (!/^[^\0/\\. "$]{1,63}$/.test(db)) throw new MongoError(73, `Invalid database name: '${db}'`);
  if (
    name === '' ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    name.includes('\0') ||
    name.includes('$') ||
    Buffer.byteLength(`${db}.${name}`) > 255
  ) {
    throw new MongoError(73, `Invalid namespace specified '${db}.${name}'`);
  }
}

/** The collection a command names, if it exists. */
export function findCollection(request: Request): Collection | undefined {
  return request.server.catalog.find(request.db, collectionName(request));
}

/** Whether a flag such as `new` or `upsert` is set. */
export function isSet(value: Value): boolean {
  return value === true || (isNumeric(value) && toNumber(value) !== 0);
}
