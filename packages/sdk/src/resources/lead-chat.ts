import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { LeadChat } from '../types.ts';
import { Resource } from './resource.ts';

/** The chat a customer is in, as a colleague sees it; messages go by `leads.messages` with the channel `chat`. */
export class LeadChats extends Resource {
  /** Reads whether the customer is there, and typing. */
  readonly get: (leadId: string, options?: CallOptions) => ResultPromise<LeadChat> = this.gets('leads/{}/chat');

  /** Shows the customer that you type, or no longer do; holds for eight seconds. */
  readonly typing: (leadId: string, body: { typing: boolean }, options?: CallOptions) => ResultPromise<void> =
    this.posts('leads/{}/chat/typing');
}
