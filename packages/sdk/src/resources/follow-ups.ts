import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { FollowUp, FollowUpList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** What will be sent when the customer stays silent. */
export class FollowUps extends Resource {
  /** Lists follow-ups, earliest first. */
  readonly list: (leadId: string, query?: PageQuery, options?: CallOptions) => PagePromise<FollowUp, FollowUpList> =
    this.lists('leads/{}/follow-ups');

  /** Cancels what is still scheduled and gives the follow-ups as they are now. */
  readonly cancel: (leadId: string, options?: CallOptions) => ResultPromise<FollowUpList> =
    this.acts('leads/{}/follow-ups/cancel');
}
