import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { InboundRequest, InboundRequestDetails, InboundRequestList, InboundRequestListQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** Posts of web sites and providers, and what they were answered. */
export class InboundRequests extends Resource {
  /** Lists the posts of the last 30 days, newest first. */
  readonly list: (
    query?: InboundRequestListQuery,
    options?: CallOptions,
  ) => PagePromise<InboundRequest, InboundRequestList> = this.lists('inbound-requests');

  /** Reads one post with what it brought, secrets hidden. */
  readonly get: (id: string, options?: CallOptions) => ResultPromise<InboundRequestDetails> =
    this.gets('inbound-requests/{}');

  /** Works once more on what a post brought; what is part of a lead already stays as it is. */
  readonly replay: (id: string, options?: CallOptions) => ResultPromise<InboundRequestDetails> =
    this.acts('inbound-requests/{}/replay');
}
