import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { ApiKey, ApiKeyCreate, ApiKeyCreated, ApiKeyList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** Keys for browsers and servers. */
export class ApiKeys extends Resource {
  /** Lists the keys, newest first, without their secrets. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<ApiKey, ApiKeyList> = this.lists('api-keys');

  /** Creates a key; the answer holds it, and nothing else ever will. */
  readonly create: (body: ApiKeyCreate, options?: CallOptions) => ResultPromise<ApiKeyCreated> = this.posts('api-keys');

  /** Revokes a key at once and for good. */
  readonly revoke: (apiKeyId: string, options?: CallOptions) => ResultPromise<void> = this.deletes('api-keys/{}');
}
