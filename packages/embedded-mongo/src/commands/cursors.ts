import { Long } from 'bson';
import { MongoError } from '../errors.ts';
import type { Reply } from './request.ts';

/** A batch of documents that goes into a reply as the bytes it is. */
export class RawBatch {
  readonly documents: readonly Buffer[];
  constructor(documents: readonly Buffer[]) {
    this.documents = documents;
  }
}

/** Documents as bytes; null is a place to let others have their turn. */
export type Source = Iterator<Buffer | null>;

interface Cursor {
  id: number;
  namespace: string;
  source: Source;
  /** A document that did not fit into the last batch. */
  waiting?: Buffer | undefined;
  touchedAt: number;
  busy: boolean;
  owner: string;
  /** When the client's patience ends, by `performance.now`. */
  deadline: number;
}

/** How to open a cursor. */
export interface OpenOptions {
  batchSize?: number | undefined;
  singleBatch?: boolean;
  /** The session it belongs to. */
  owner: string;
  maxTimeMs?: number | undefined;
}

const largestBatchBytes = 16 * 1024 * 1024;
const idleMs = 10 * 60 * 1000;

/** Lets everything else that waits have its turn. */
export function yieldTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The open cursors of all clients. */
export class Cursors {
  readonly #cursors = new Map<number, Cursor>();
  #nextId = Math.floor(Math.random() * 2 ** 40) + 1;

  /** The first batch of a source, and a cursor for the rest when there is one. */
  async open(namespace: string, source: Source, options: OpenOptions): Promise<Reply> {
    const cursor: Cursor = {
      id: this.#nextId++,
      namespace,
      source,
      touchedAt: Date.now(),
      busy: false,
      owner: options.owner,
      deadline: performance.now() + (options.maxTimeMs || Number.POSITIVE_INFINITY),
    };
    const batch: Buffer[] = [];
    let done = true;
    try {
      done = await this.#fill(cursor, batch, options.batchSize ?? 101);
    } finally {
      if (done || options.singleBatch) this.#finish(cursor);
      else this.#cursors.set(cursor.id, cursor);
    }
    const open = this.#cursors.has(cursor.id);
    return { cursor: { firstBatch: new RawBatch(batch), id: Long.fromNumber(open ? cursor.id : 0), ns: namespace } };
  }

  /** The next batch. @throws MongoError 43 when there is no such cursor. */
  async next(id: number, namespace: string, batchSize: number | undefined): Promise<Reply> {
    const cursor = this.#cursors.get(id);
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    if (cursor.busy) throw new MongoError(12050, `cursor id ${id} is already in use`);
    cursor.busy = true;
    const batch: Buffer[] = [];
    let done = true;
    try {
      done = await this.#fill(cursor, batch, batchSize ?? Number.POSITIVE_INFINITY);
    } finally {
      cursor.busy = false;
      cursor.touchedAt = Date.now();
      if (done) this.#finish(cursor);
    }
    return { cursor: { nextBatch: new RawBatch(batch), id: Long.fromNumber(done ? 0 : id), ns: namespace } };
  }

  /** Closes a cursor; false when there is none. */
  kill(id: number): boolean {
    const cursor = this.#cursors.get(id);
    if (cursor) this.#finish(cursor);
    return cursor !== undefined;
  }

  /** Closes the cursors that belong to a session. */
  killOwned(owner: string): void {
    for (const cursor of this.#cursors.values()) if (cursor.owner === owner && owner !== '') this.#finish(cursor);
  }

  /** The number of open cursors. */
  get size(): number {
    return this.#cursors.size;
  }

  #finish(cursor: Cursor): void {
    this.#cursors.delete(cursor.id);
    cursor.source.return?.();
  }

  /** Closes the cursors that nobody has asked for in ten minutes. */
  expire(): void {
    for (const cursor of this.#cursors.values())
      if (!cursor.busy && Date.now() - cursor.touchedAt > idleMs) this.#finish(cursor);
  }

  /** Fills a batch; true when the source has ended. */
  async #fill(cursor: Cursor, batch: Buffer[], batchSize: number): Promise<boolean> {
    let bytes = 0;
    let turnStarted = performance.now();
    while (batch.length < batchSize) {
      const next = cursor.waiting ? { done: false, value: cursor.waiting } : cursor.source.next();
      cursor.waiting = undefined;
      if (next.done) return true;
      if (next.value === null) {
        if (performance.now() > cursor.deadline) throw new MongoError(50, 'operation exceeded time limit');
        if (performance.now() - turnStarted < 5) continue;
        await yieldTurn();
        turnStarted = performance.now();
        continue;
      }
      bytes += next.value.length + 16;
      if (bytes > largestBatchBytes && batch.length > 0) {
        cursor.waiting = next.value;
        return false;
      }
      batch.push(next.value);
    }
    return this.#hasEnded(cursor);
  }

  /** Looks one document ahead, so that a batch that happens to be the last says so. */
  #hasEnded(cursor: Cursor): boolean {
    for (;;) {
      const next = cursor.source.next();
      if (next.done) return true;
      if (next.value === null) continue;
      cursor.waiting = next.value;
      return false;
    }
  }
}
