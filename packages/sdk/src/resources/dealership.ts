import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Dealership, DealershipUpdate } from '../types.ts';
import { MailboxResource } from './mailbox.ts';
import { Resource } from './resource.ts';

/** The dealership of the caller. */
export class DealershipResource extends Resource {
  readonly mailbox = new MailboxResource(this.transport);

  /** Reads the dealership. */
  readonly get: (options?: CallOptions) => ResultPromise<Dealership> = this.gets('dealership');

  /** Changes the dealership; what is left out stays as it is. */
  readonly update: (body: DealershipUpdate, options?: CallOptions) => ResultPromise<Dealership> =
    this.patches('dealership');
}
