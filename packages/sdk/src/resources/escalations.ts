import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Escalation, EscalationAssign, EscalationList, EscalationListQuery, EscalationResolve } from '../types.ts';
import { Resource } from './resource.ts';

/** What a person has to take from here. */
export class Escalations extends Resource {
  /** Lists what is open, what is due first in front; `state: 'resolved'` lists what is done, newest first. */
  readonly list: (query?: EscalationListQuery, options?: CallOptions) => PagePromise<Escalation, EscalationList> =
    this.lists('escalations');

  /** Reads one. */
  readonly get: (id: string, options?: CallOptions) => ResultPromise<Escalation> = this.gets('escalations/{}');

  /** Takes it (`{}`), or gives it to a colleague or back to the queue (`user_id: null`). */
  readonly assign: (id: string, body: EscalationAssign, options?: CallOptions) => ResultPromise<Escalation> =
    this.posts('escalations/{}/assign');

  /** Marks it as dealt with; a second time changes nothing. */
  readonly resolve: (id: string, body: EscalationResolve, options?: CallOptions) => ResultPromise<Escalation> =
    this.posts('escalations/{}/resolve');

  /** Puts it back into the queue. */
  readonly reopen: (id: string, options?: CallOptions) => ResultPromise<Escalation> =
    this.acts('escalations/{}/reopen');
}
