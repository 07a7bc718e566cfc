import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Transport } from '../core/transport.ts';
import type { Dealership, DealershipUpdate } from '../types.ts';
import { MailboxResource } from './mailbox.ts';
import { Resource } from './resource.ts';

/** The dealership of the caller. */
export class DealershipResource extends Resource {
  readonly mailbox: MailboxResource;

  /** @internal */
  constructor(transport: Transport) {
    super(transport);
    this.mailbox = new MailboxResource(transport);
  }

  /** Reads the dealership. */
  get(options?: CallOptions): ResultPromise<Dealership> {
    return this.transport.request({ method: 'GET', path: ['v1', 'dealership'] }, options);
  }

  /** Changes the dealership; what is left out stays as it is. */
  update(body: DealershipUpdate, options?: CallOptions): ResultPromise<Dealership> {
    return this.transport.request({ method: 'PATCH', path: ['v1', 'dealership'], body }, options);
  }
}
