import { EventEmitter } from 'node:events';
import type { EventRecord } from './model.ts';

type Listener = (event: EventRecord) => void;

/** Hands the events of this process to the streams that are open in it. */
export class LiveHub {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Listens to one dealership; call what it returns to stop. */
  listen(dealershipId: string, listener: Listener): () => void {
    this.#emitter.on(dealershipId, listener);
    return () => this.#emitter.off(dealershipId, listener);
  }

  /** Passes on an event that is stored already. */
  publish(event: EventRecord): void {
    this.#emitter.emit(event.dealership_id, event);
  }

  /** The dealerships that somebody listens to. */
  listening(): string[] {
    return this.#emitter.eventNames().map(String);
  }
}
