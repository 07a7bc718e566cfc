import { mkdirSync, statfsSync } from 'node:fs';
import { open, type RootDatabase, type Transaction } from 'lmdb';
import { MongoError, toMongoError } from '../errors.ts';

/** A read stops early after so many bytes, so that large documents do not pile up. */
const mostBytes = 1 << 20;
const leastFreeBytes = 1 << 20;

/** One entry of the ordered store. */
export interface Entry {
  key: Buffer;
  value: Buffer;
}

/** A stretch of keys from `low` to before `high`. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

/** How to read a stretch of keys. */
export interface ReadOptions {
  reverse?: boolean;
  limit?: number;
  /** Begin after this key rather than at the end of the range. */
  after?: Buffer | undefined;
  snapshot?: Transaction | undefined;
}

/**
 * The ordered bytes on disk. Reads see what is committed; inside `write` they see its own writes too. All functions
 * given to `write` while one commit is being flushed share the next one, and their promises resolve once it is on disk.
 */
export class Store {
  readonly #db: RootDatabase<Buffer, Buffer>;
  /** Changes with every write, so that a reader can tell whether what it read may be stale. */
  version = 0;
  /** Called when a commit has failed, so that what was kept in memory of it is read anew. */
  onFailure: () => void = () => undefined;
  readonly #path: string;
  /** Whether the newest commit failed. */
  #failed = false;
  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true });
    this.#db = open<Buffer, Buffer>({
      path,
      keyEncoding: 'binary',
      encoding: 'binary',
      mapSize: 2 ** 40,
      maxReaders: 512,
      // With batching by turns a failed commit also rejects a promise that nobody holds, which would end the process.
      eventTurnBatching: false,
    });
  }

  /** The value of a key, as memory of the caller's own. */
  get(key: Buffer, snapshot?: Transaction): Buffer | undefined {
    return snapshot ? this.#db.get(key, { transaction: snapshot }) : this.#db.getBinary(key);
  }

  /** Entries of a range in order, at most `limit` of them and fewer when they are large; none is the end. */
  read(range: KeyRange, { reverse = false, limit, after, snapshot }: ReadOptions = {}): Entry[] {
    const from = after ?? (reverse ? range.high : range.low);
    const options = {
      start: from,
      end: reverse ? range.low : range.high,
      reverse,
      exclusiveStart: after !== undefined || reverse,
      inclusiveEnd: reverse,
      ...(limit === undefined ? {} : { limit }),
      ...(snapshot ? { transaction: snapshot } : {}),
    };
    const entries: Entry[] = [];
    let bytes = 0;
    for (const entry of this.#db.getRange(options)) {
      entries.push(entry);
      bytes += entry.value.length;
      if (bytes > mostBytes) break;
    }
    return entries;
  }

  /** The number of keys in a range; with a limit it stops there, however many there are. */
  count({ low, high }: KeyRange, limit?: number): number {
    if (limit !== undefined) {
      const [last] = this.#db.getKeys({ start: low, end: high, offset: limit - 1, limit: 1 });
      if (last) return limit;
    }
    return this.#db.getKeysCount({ start: low, end: high });
  }

  /** Stores a value; only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.#db.put(key, value);
  }

  /** Removes a key; only inside `write`. */
  remove(key: Buffer): void {
    this.#db.remove(key);
  }

  /**
   * Runs `action` inside the next transaction and resolves once that is flushed to disk. What `action` wrote before it
   * throws stays written, so it must decide before it writes.
   * @throws MongoError 14031 when the disk is full.
   */
  async write<T>(action: () => T): Promise<T> {
    this.version++;
    let refusal: { error: unknown } | undefined;
    try {
      const result = await this.#db.transaction(() => {
        try {
          return action();
        } catch (error) {
          refusal = { error };
          throw error;
        }
      });
      this.#failed = false;
      return result;
    } catch (error) {
      if (refusal) throw refusal.error;
      this.#failed = true;
      this.onFailure();
      throw this.#explain(await causeOf(error));
    } finally {
      this.version++;
    }
  }

  /** LMDB tells a full disk as an input/output error. */
  #explain(cause: unknown): MongoError {
    const { bavail, bsize } = statfsSync(this.#path);
    if (bavail * bsize > leastFreeBytes) return toMongoError(cause);
    return new MongoError(14031, `out of disk space: ${cause instanceof Error ? cause.message : String(cause)}`);
  }

  /** A view of the present state that later writes do not change; call its `done`. */
  snapshot(): Transaction {
    this.#db.resetReadTxn();
    return this.#db.useReadTransaction();
  }

  /** Bytes in use and other numbers of the environment. */
  stats(): Record<string, unknown> {
    return this.#db.getStats();
  }

  /** Waits for writes under way and closes the files. */
  async close(): Promise<void> {
    // After a failed commit lmdb waits for a flush that never comes; a commit with nothing in it ends that wait.
    if (this.#failed) await this.write(() => this.remove(Buffer.from([0]))).catch(() => undefined);
    await this.#db.close();
  }
}

/** A failed commit hides its reason behind a promise of its own. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (cause) {
    return cause;
  }
}
