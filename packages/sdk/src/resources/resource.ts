import type { Transport } from '../core/transport.ts';

/** A group of operations. */
export abstract class Resource {
  protected readonly transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.transport = transport;
  }
}
