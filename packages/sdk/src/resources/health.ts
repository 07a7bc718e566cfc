import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Health } from '../types.ts';
import { Resource } from './resource.ts';

/** For load balancers and operators. */
export class HealthResource extends Resource {
  /** Tells whether the process is alive. */
  live(options?: CallOptions): ResultPromise<Health> {
    return this.#get('live', options);
  }

  /** Tells whether it can serve. */
  ready(options?: CallOptions): ResultPromise<Health> {
    return this.#get('ready', options);
  }

  #get(name: string, options?: CallOptions): ResultPromise<Health> {
    return this.transport.request({ method: 'GET', path: ['health', name], anonymous: true }, options);
  }
}
