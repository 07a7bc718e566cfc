import type { CallOptions } from '../core/config.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Mailbox, MailboxRotate, MailboxUpdate } from '../types.ts';
import { Resource } from './resource.ts';

/** The dealership's own mail address. */
export class MailboxResource extends Resource {
  /** Reads the mailbox. */
  readonly get: (options?: CallOptions) => ResultPromise<Mailbox> = this.gets('mailbox');

  /** Turns it on or off; while it is off, mail to it is refused for good. */
  readonly update: (body: MailboxUpdate, options?: CallOptions) => ResultPromise<Mailbox> = this.patches('mailbox');

  /** Gives it a new address; the old one takes mail for some days more. */
  rotate(body: MailboxRotate = {}, options?: CallOptions): ResultPromise<Mailbox> {
    return this.transport.request({ method: 'POST', path: ['v1', 'mailbox', 'rotate'], body }, options);
  }
}
