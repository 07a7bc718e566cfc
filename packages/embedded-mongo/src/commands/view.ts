import type { Plan } from '../plan/choose-plan.ts';
import { type Row, type RunOptions, runPlan } from '../plan/run-plan.ts';
import type { Collection } from '../storage/catalog.ts';
import { recordKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';

/** What a command reads: the committed state, or that of a transaction with its own changes. */
export interface View {
  store: Store;
  inTransaction: boolean;
  /** When the snapshot was taken, by `performance.now`; indexes made later are not in it. */
  startedAt?: number;
  rows(plan: Plan, options: Omit<RunOptions, 'store'>): Generator<Row | null>;
  /** A record's document as it is now. */
  bytesOf(collection: Collection, record: number): Buffer | undefined;
  /** Whether the transaction has changed documents of the collection. */
  changes(collection: Collection): boolean;
}

/** The committed state. */
export function committedView(store: Store): View {
  return {
    store,
    inTransaction: false,
    rows: (plan, options) => runPlan(plan, { ...options, store }),
    bytesOf: (collection, record) => store.get(recordKey(collection.id, record)),
    changes: () => false,
  };
}
