import { EventEmitter, once } from 'node:events';
import type { components } from '../src/generated/openapi.ts';

type Event = components['schemas']['Event'];

/** Reads a stream of server-sent events as it comes. */
export class EventReader {
  readonly events: Event[] = [];
  /** Comment lines, without their colon. */
  readonly comments: string[] = [];
  readonly #abort = new AbortController();
  readonly #emitter = new EventEmitter();

  private constructor() {}

  /** Opens a stream; resolves when it has begun. Throws with the status when it is refused. */
  static async open(url: string, token: string, lastEventId?: string, path = '/v1/events'): Promise<EventReader> {
    const reader = new EventReader();
    const response = await fetch(url + path, {
      signal: reader.#abort.signal,
      headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    });
    if (!response.ok || !response.body) throw new Error(`refused with ${response.status}`);
    void reader.#read(response.body).catch(() => undefined);
    await reader.until(() => reader.comments.length > 0);
    return reader;
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
      this.#emitter.emit('something');
    }
  }

  #take(block: string): void {
    if (block.startsWith(':')) this.comments.push(block.slice(1).trim());
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (data !== undefined) this.events.push(JSON.parse(data));
  }

  /** Waits for a condition, looking again whenever something came. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await once(this.#emitter, 'something');
  }

  close(): void {
    this.#abort.abort();
  }
}
