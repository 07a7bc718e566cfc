import type { FormSubmission } from './contract.ts';

/** One logical submit: sent under one idempotency key however many attempts it takes. */
export interface OutboxEntry {
  key: string;
  api: string;
  apiKey: string;
  form: string;
  submission: FormSubmission;
  /** When the visitor pressed send, in milliseconds since 1970. */
  sentAtMs: number;
}

/** What is on its way, kept over a reload. */
export interface Outbox {
  /** Whether the entry is kept; not when storage is blocked or full, or five are waiting already. */
  add(entry: OutboxEntry): boolean;
  remove(key: string): void;
  /** Entries of the last 24 hours, oldest first. */
  list(): OutboxEntry[];
}

const storageKey = 'norvalt-outbox';
const entriesAtMost = 5;
const lifetimeMs = 24 * 60 * 60 * 1000;

/** An outbox in the site's `localStorage`; `storage` is asked each time because reading the property may throw. */
export function createOutbox(storage: () => Storage, now: () => number): Outbox {
  // A clock set back makes entries of the future; they are as stale as those of the day before yesterday.
  const isFresh = (entry: OutboxEntry | null) =>
    entry?.key && entry.submission && Math.abs(now() - entry.sentAtMs) < lifetimeMs;
  const list = (): OutboxEntry[] => {
    try {
      const stored: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isFresh) : [];
    } catch {
      return [];
    }
  };
  const write = (entries: OutboxEntry[]): boolean => {
    try {
      if (entries.length) storage().setItem(storageKey, JSON.stringify(entries));
      else storage().removeItem(storageKey);
      return true;
    } catch {
      return false;
    }
  };
  return {
    list,
    add(entry) {
      const others = list().filter((other) => other.key !== entry.key);
      return others.length < entriesAtMost && write([...others, entry]);
    },
    remove(key) {
      write(list().filter((entry) => entry.key !== key));
    },
  };
}
