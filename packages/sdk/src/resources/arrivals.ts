import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Arrival, ArrivalList, ArrivalListQuery, ArrivalMail, Lead } from '../types.ts';
import { Resource } from './resource.ts';

/** Everything that came in, also what did not become a lead, with the reason. */
export class Arrivals extends Resource {
  /** Lists what came in, newest first. */
  readonly list: (query?: ArrivalListQuery, options?: CallOptions) => PagePromise<Arrival, ArrivalList> =
    this.lists('arrivals');

  /** Makes a lead of an arrival that did not become one. */
  readonly promote: (arrivalId: string, options?: CallOptions) => ResultPromise<Lead> =
    this.acts('arrivals/{}/promote');

  /** Reads the mail of an arrival, in the text in which fields of a portal's template are marked. */
  readonly mail: (arrivalId: string, options?: CallOptions) => ResultPromise<ArrivalMail> =
    this.gets('arrivals/{}/mail');
}
