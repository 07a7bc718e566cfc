import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { LeadSummary, LeadSummaryAsk, RewrittenText, Suggestion, SuggestionAsk, TextRewrite } from '../types.ts';
import { Resource } from './resource.ts';

/** Help for a colleague who writes; nothing of it is sent or stored. */
export class Copilot extends Resource {
  /** Suggests what to write to the customer. */
  readonly suggest: (leadId: string, body: SuggestionAsk, options?: CallOptions) => ResultPromise<Suggestion> =
    this.posts('leads/{}/suggestion');

  /** Shortens or translates a text; `model_needed` where that takes a language model. */
  readonly rewrite: (leadId: string, body: TextRewrite, options?: CallOptions) => ResultPromise<RewrittenText> =
    this.posts('leads/{}/rewrite');

  /** Sums the conversation up. */
  readonly summarise: (leadId: string, body: LeadSummaryAsk, options?: CallOptions) => ResultPromise<LeadSummary> =
    this.posts('leads/{}/summary');
}
