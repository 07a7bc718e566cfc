import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { AssistantSettings, AssistantUpdate, Trial, TrialAsk, Usage, UsageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** How the assistant answers, and what it uses. */
export class Assistant extends Resource {
  /** Reads the settings. */
  readonly get: (options?: CallOptions) => ResultPromise<AssistantSettings> = this.gets('assistant');

  /** Changes the settings; what is left out stays as it is. */
  readonly update: (body: AssistantUpdate, options?: CallOptions) => ResultPromise<AssistantSettings> =
    this.patches('assistant');

  /** Shows step by step what the assistant would make of a message; nothing is sent or stored. */
  readonly try: (body: TrialAsk, options?: CallOptions) => ResultPromise<Trial> = this.posts('assistant/try');

  /** Reads what was used in a month: tokens and calls by day and purpose, SMS parts, the limits. */
  readonly usage: (query?: UsageQuery, options?: CallOptions) => ResultPromise<Usage> = this.finds('usage');
}
