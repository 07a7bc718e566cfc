import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { ApiKey, ApiKeyCreate, ApiKeyCreated, ApiKeyList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** Keys for browsers and servers. */
export class ApiKeys extends Resource {
  /** Lists the keys, newest first, without their secrets. */
  list(query?: PageQuery, options?: CallOptions): PagePromise<ApiKey, ApiKeyList> {
    return this.transport.list(['v1', 'api-keys'], query, options);
  }

  /** Creates a key; the answer holds it, and nothing else ever will. */
  create(body: ApiKeyCreate, options?: CallOptions): ResultPromise<ApiKeyCreated> {
    return this.transport.request({ method: 'POST', path: ['v1', 'api-keys'], body }, options);
  }

  /** Revokes a key at once and for good. */
  revoke(apiKeyId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: ['v1', 'api-keys', apiKeyId] }, options);
  }
}
