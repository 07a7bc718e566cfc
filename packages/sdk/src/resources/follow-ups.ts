import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { FollowUp, FollowUpList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** What will be sent when the customer stays silent. */
export class FollowUps extends Resource {
  /** Lists follow-ups, earliest first. */
  list(leadId: string, query?: PageQuery, options?: CallOptions): PagePromise<FollowUp, FollowUpList> {
    return this.transport.list(['v1', 'leads', leadId, 'follow-ups'], query, options);
  }

  /** Cancels what is still scheduled and gives the follow-ups as they are now. */
  cancel(leadId: string, options?: CallOptions): ResultPromise<FollowUpList> {
    return this.transport.request({ method: 'POST', path: ['v1', 'leads', leadId, 'follow-ups', 'cancel'] }, options);
  }
}
