import type { Binary } from 'bson';
import { serialize } from 'bson';
import { decode } from '../bson/decode.ts';
import type { Request, Server } from '../commands/request.ts';
import { MongoError } from '../errors.ts';
import { storeRange } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { Transaction } from './transaction.ts';

/** What is kept of a session's last write, so that the same write sent twice is carried out once. */
export interface LastWrite {
  txnNumber: bigint;
  state: Record<string, unknown>;
}

const lifetimeMs = 60 * 1000;
const keptMs = 60 * 60 * 1000;

function keyOf(session: Binary): Buffer {
  return Buffer.concat([storeRange(0).low, Buffer.from('s'), session.value()]);
}

/** Reads what a session wrote last. */
export function readLastWrite(store: Store, session: Binary): LastWrite | undefined {
  const bytes = store.get(keyOf(session));
  if (!bytes) return undefined;
  const record = decode(bytes);
  const state = record.get('state');
  return {
    txnNumber: BigInt(String(record.get('txnNumber'))),
    state: state instanceof Map ? Object.fromEntries(state) : {},
  };
}

/** Keeps what a session wrote last; call inside the `store.write` that does the write itself. */
export function saveLastWrite(store: Store, session: Binary, { txnNumber, state }: LastWrite): void {
  store.put(keyOf(session), Buffer.from(serialize({ txnNumber, at: new Date(), state })));
}

/** Forgets the writes of sessions that have long been silent; call inside `store.write`. */
export function forgetOldWrites(store: Store): void {
  const [low, high] = [
    Buffer.concat([storeRange(0).low, Buffer.from('s')]),
    Buffer.concat([storeRange(0).low, Buffer.from('t')]),
  ];
  for (const { key, value } of store.read({ low, high }, { limit: 1000 })) {
    const at = decode(value, 0, new Set(['at'])).get('at');
    if (!(at instanceof Date) || Date.now() - at.getTime() > keptMs) store.remove(key);
  }
}

function noSuchTransaction(request: Request): MongoError {
  return new MongoError(
    251,
    `Given transaction number ${request.txnNumber} does not match any in-progress transactions.`,
  );
}

/** The open transactions by session. */
export class Sessions {
  readonly #open = new Map<string, Transaction>();

  /**
   * The transaction that a command starts or goes on with.
   * @throws MongoError 251 when it is not open, 225 when the session has gone on to a later one.
   */
  enter(request: Request, starts: boolean): Transaction {
    const { server, session, txnNumber } = request;
    if (!session || txnNumber === undefined) throw new MongoError(72, 'a transaction needs a session and a number');
    const id = session.toString('hex');
    const known = this.#open.get(id);
    if (!starts) {
      if (known?.number !== txnNumber || !known.isOpen) throw noSuchTransaction(request);
      return known;
    }
    if (known && known.number > txnNumber)
      throw new MongoError(
        225,
        `Cannot start transaction ${txnNumber} on session because a newer transaction has started`,
      );
    if (known?.number === txnNumber)
      throw new MongoError(50911, 'Cannot start a transaction at given transaction number');
    known?.end();
    const transaction = new Transaction(server, txnNumber);
    this.#open.set(id, transaction);
    return transaction;
  }

  /** Ends a session's transaction without its changes; true when there was one. */
  abort(server: Server, session: Binary, txnNumber?: bigint): boolean {
    const id = session.toString('hex');
    const known = this.#open.get(id);
    if (!known || (txnNumber !== undefined && known.number !== txnNumber)) return false;
    const wasOpen = known.isOpen;
    server.cursors.killOwned(id);
    known.end();
    return wasOpen;
  }

  /** Writes a transaction's changes to disk; sent twice it answers the same. */
  async commit(request: Request): Promise<void> {
    const { server, session, txnNumber } = request;
    if (!session || txnNumber === undefined) throw new MongoError(72, 'a transaction needs a session and a number');
    const id = session.toString('hex');
    const known = this.#open.get(id);
    if (known?.number !== txnNumber || !known.isOpen) {
      const last = readLastWrite(server.store, session);
      if (last?.txnNumber === txnNumber && last.state.committed === true) return;
      throw noSuchTransaction(request);
    }
    server.cursors.killOwned(id);
    try {
      await server.store.write(() => {
        known.apply();
        saveLastWrite(server.store, session, { txnNumber, state: { committed: true } });
      });
    } finally {
      known.end();
    }
  }

  /** Ends the transactions that have been open for too long, or all. */
  expire(all = false): void {
    for (const [id, transaction] of this.#open) {
      if (all || performance.now() - transaction.startedAt > lifetimeMs) transaction.end();
      if (!transaction.isOpen && performance.now() - transaction.startedAt > keptMs) this.#open.delete(id);
    }
  }
}
