import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { DraftApprove, Message, MessageList, MessageSend, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** The conversation of a lead. */
export class Messages extends Resource {
  /** Lists the conversation, oldest first. */
  readonly list: (leadId: string, query?: PageQuery, options?: CallOptions) => PagePromise<Message, MessageList> =
    this.lists('leads/{}/messages');

  /** Writes to the customer, once; the assistant stays silent on the lead from then on. */
  readonly send: (leadId: string, body: MessageSend, options?: CallOptions) => ResultPromise<Message> =
    this.posts('leads/{}/messages');

  /** Sends a draft of the assistant, as it is (`{}`) or with other words; a second time changes nothing. */
  readonly approve: (
    leadId: string,
    messageId: string,
    body: DraftApprove,
    options?: CallOptions,
  ) => ResultPromise<Message> = this.posts('leads/{}/messages/{}/approve');

  /** Throws a draft of the assistant away; a second time changes nothing. */
  readonly discard: (leadId: string, messageId: string, options?: CallOptions) => ResultPromise<Message> =
    this.acts('leads/{}/messages/{}/discard');
}
