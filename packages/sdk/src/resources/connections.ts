import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  Connection,
  ConnectionCreate,
  ConnectionList,
  ConnectionTemplateList,
  ConnectionTest,
  ConnectionUpdate,
  PageQuery,
} from '../types.ts';
import { Resource } from './resource.ts';

/** Pages and numbers at providers, with the health of each. */
export class Connections extends Resource {
  /** Lists connections, newest first; `page.body.setup` tells what a new one needs. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<Connection, ConnectionList> =
    this.lists('connections');

  /** Connects a page or number once its provider says that the token is of it; the token is never given out again. */
  readonly create: (body: ConnectionCreate, options?: CallOptions) => ResultPromise<Connection> =
    this.posts('connections');

  /** Reads a connection and its health. */
  readonly get: (connectionId: string, options?: CallOptions) => ResultPromise<Connection> =
    this.gets('connections/{}');

  /** Gives a connection a new token, after which what waited is taken in, or chooses the template of a number. */
  readonly update: (connectionId: string, body: ConnectionUpdate, options?: CallOptions) => ResultPromise<Connection> =
    this.patches('connections/{}');

  /** Disconnects it and forgets its token; leads that are here stay. */
  readonly delete: (connectionId: string, options?: CallOptions) => ResultPromise<void> =
    this.deletes('connections/{}');

  /** Lists the templates that a WhatsApp number can send. */
  readonly templates: (connectionId: string, options?: CallOptions) => ResultPromise<ConnectionTemplateList> =
    this.gets('connections/{}/templates');

  /** Tries a connection with its token as it is, and notes how that went. */
  readonly test: (connectionId: string, options?: CallOptions) => ResultPromise<ConnectionTest> =
    this.acts('connections/{}/test');
}
