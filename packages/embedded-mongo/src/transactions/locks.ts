import type { Transaction } from './transaction.ts';

/** Thrown, before anything is written, by a write that must wait for a transaction to end. */
export class Blocked extends Error {
  readonly holder: Transaction;
  constructor(holder: Transaction) {
    super('blocked by a transaction');
    this.holder = holder;
  }
}

/** What open transactions have changed and nobody else may change until they end: records and unique keys. */
export class Locks {
  readonly #holders = new Map<string, Transaction>();

  /** Who holds a record. */
  ofRecord(storeId: number, record: number): Transaction | undefined {
    return this.#holders.size === 0 ? undefined : this.#holders.get(`${storeId}:${record}`);
  }

  /** Who holds a key of a unique index. */
  ofKey(key: Buffer): Transaction | undefined {
    return this.#holders.size === 0 ? undefined : this.#holders.get(key.toString('latin1'));
  }

  /** Gives a record to a transaction. */
  takeRecord(storeId: number, record: number, holder: Transaction): void {
    this.#holders.set(`${storeId}:${record}`, holder);
  }

  /** Gives a key to a transaction. */
  takeKey(key: Buffer, holder: Transaction): void {
    this.#holders.set(key.toString('latin1'), holder);
  }

  /** Lets go of all that a transaction holds. */
  release(holder: Transaction): void {
    for (const [name, owner] of this.#holders) if (owner === holder) this.#holders.delete(name);
  }
}
