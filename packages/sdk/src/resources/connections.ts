import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  Connection,
  ConnectionCreate,
  ConnectionList,
  ConnectionTest,
  ConnectionUpdate,
  PageQuery,
} from '../types.ts';
import { Resource } from './resource.ts';

/** Pages and numbers at providers, with the health of each. */
export class Connections extends Resource {
  /** Lists connections, newest first; `page.body.setup` tells what a new one needs. */
  list(query?: PageQuery, options?: CallOptions): PagePromise<Connection, ConnectionList> {
    return this.transport.list(['v1', 'connections'], query, options);
  }

  /** Connects a page once its provider says that the token is of it; the token is never given out again. */
  create(body: ConnectionCreate, options?: CallOptions): ResultPromise<Connection> {
    return this.transport.request({ method: 'POST', path: ['v1', 'connections'], body }, options);
  }

  /** Reads a connection and its health. */
  get(connectionId: string, options?: CallOptions): ResultPromise<Connection> {
    return this.transport.request({ method: 'GET', path: ['v1', 'connections', connectionId] }, options);
  }

  /** Gives a connection a new token; what waited for it is taken in. */
  update(connectionId: string, body: ConnectionUpdate, options?: CallOptions): ResultPromise<Connection> {
    return this.transport.request({ method: 'PATCH', path: ['v1', 'connections', connectionId], body }, options);
  }

  /** Disconnects it and forgets its token; leads that are here stay. */
  delete(connectionId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: ['v1', 'connections', connectionId] }, options);
  }

  /** Tries a connection with its token as it is, and notes how that went. */
  test(connectionId: string, options?: CallOptions): ResultPromise<ConnectionTest> {
    return this.transport.request({ method: 'POST', path: ['v1', 'connections', connectionId, 'test'] }, options);
  }
}
