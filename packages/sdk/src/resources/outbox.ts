import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { OutboxList, OutboxListQuery, OutboxMessage, OutboxReply, StoredForLater } from '../types.ts';
import { Resource } from './resource.ts';

/** What would have been sent, where no provider is configured and for test leads. */
export class Outbox extends Resource {
  /** Lists messages, newest first. */
  readonly list: (query?: OutboxListQuery, options?: CallOptions) => PagePromise<OutboxMessage, OutboxList> =
    this.lists('outbox');

  /** Answers an e-mail of the outbox as the customer would. */
  readonly reply: (outboxId: string, body: OutboxReply, options?: CallOptions) => ResultPromise<StoredForLater> =
    this.posts('outbox/{}/reply');
}
