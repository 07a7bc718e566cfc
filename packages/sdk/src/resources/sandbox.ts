import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  PageQuery,
  Sandbox,
  SandboxClock,
  SandboxCreate,
  SandboxCreated,
  SandboxGenerate,
  SandboxLeads,
  SandboxReceipt,
  SandboxReceiptList,
  SandboxReceiverAnswers,
  SandboxReply,
  StoredForLater,
} from '../types.ts';
import { Resource } from './resource.ts';

/** A dealership to try things in. All but `create` wants the secret key that `create` gave. */
export class SandboxResource extends Resource {
  /** Creates a test dealership with stock and keys, which are shown this once. */
  readonly create: (body: SandboxCreate, options?: CallOptions) => ResultPromise<SandboxCreated> =
    this.posts('sandboxes');

  /** Reads the clock of the sandbox and where its receiver is. */
  readonly get: (options?: CallOptions) => ResultPromise<Sandbox> = this.gets('sandbox');

  /** Moves the clock forward; what falls due on the way has happened when this answers. */
  readonly moveClock: (body: SandboxClock, options?: CallOptions) => ResultPromise<Sandbox> =
    this.posts('sandbox/clock');

  /** Lets customers write, be answered, write back or not show up. */
  readonly generateLeads: (body: SandboxGenerate, options?: CallOptions) => ResultPromise<SandboxLeads> =
    this.posts('sandbox/leads');

  /** Answers the last mail to a customer in the customer's place. */
  readonly reply: (body: SandboxReply, options?: CallOptions) => ResultPromise<StoredForLater> =
    this.posts('sandbox/replies');

  /** Tells the receiver how to answer the next webhooks. */
  readonly tellReceiver: (body: SandboxReceiverAnswers, options?: CallOptions) => ResultPromise<Sandbox> =
    this.posts('sandbox/receiver');

  /** Lists what the receiver got, newest first. */
  readonly receipts: (query?: PageQuery, options?: CallOptions) => PagePromise<SandboxReceipt, SandboxReceiptList> =
    this.lists('sandbox/receiver/receipts');
}
