import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { OutboxList, OutboxListQuery, OutboxMessage, OutboxReply, StoredForLater } from '../types.ts';
import { Resource } from './resource.ts';

/** What would have been sent, where no provider is configured and for test leads. */
export class Outbox extends Resource {
  /** Lists messages, newest first. */
  list(query?: OutboxListQuery, options?: CallOptions): PagePromise<OutboxMessage, OutboxList> {
    return this.transport.list(['v1', 'outbox'], query, options);
  }

  /** Answers an e-mail of the outbox as the customer would. */
  reply(outboxId: string, body: OutboxReply, options?: CallOptions): ResultPromise<StoredForLater> {
    return this.transport.request({ method: 'POST', path: ['v1', 'outbox', outboxId, 'reply'], body }, options);
  }
}
