import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Message, MessageList, MessageSend, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** The conversation of a lead. */
export class Messages extends Resource {
  /** Lists the conversation, oldest first. */
  readonly list: (leadId: string, query?: PageQuery, options?: CallOptions) => PagePromise<Message, MessageList> =
    this.lists('leads/{}/messages');

  /** Writes to the customer, once; the assistant stays silent on the lead from then on. */
  readonly send: (leadId: string, body: MessageSend, options?: CallOptions) => ResultPromise<Message> =
    this.posts('leads/{}/messages');
}
