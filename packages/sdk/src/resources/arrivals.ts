import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Arrival, ArrivalList, ArrivalListQuery, Lead } from '../types.ts';
import { Resource } from './resource.ts';

/** Everything that came in, also what did not become a lead, with the reason. */
export class Arrivals extends Resource {
  /** Lists what came in, newest first. */
  readonly list: (query?: ArrivalListQuery, options?: CallOptions) => PagePromise<Arrival, ArrivalList> =
    this.lists('arrivals');

  /** Makes a lead of an arrival that did not become one. */
  readonly promote: (arrivalId: string, options?: CallOptions) => ResultPromise<Lead> =
    this.acts('arrivals/{}/promote');
}
