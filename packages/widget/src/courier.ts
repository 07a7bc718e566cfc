import { deliver, type Network, type Outcome } from './deliver.ts';
import type { Outbox, OutboxEntry } from './outbox.ts';
import { keepProof } from './proofs.ts';

/** A submit that the API has answered for good. */
export type Delivered = Exclude<Outcome, { kind: 'unreachable' }>;

/** What became of a submit: `queued` is kept and sent later by itself, `lost` could not even be kept. */
export type Dispatch = Delivered | { kind: 'queued' } | { kind: 'lost' };

/** Carries submissions to the API, one delivery at a time for each, now or when the connection is back. */
export interface Courier {
  send(entry: OutboxEntry): Promise<Dispatch>;
  /** Tries everything that waits once more. */
  flush(): Promise<void>;
}

const attemptsWhileWatched = 4;
const firstFlushMs = 30_000;
const longestFlushMs = 300_000;

/**
 * A courier over an outbox. Entries are stored before the first attempt, so that a page closed in the middle loses
 * nothing; `onLate` hears of what was sent or refused by a flush. `schedule` runs a callback after milliseconds.
 */
export function createCourier(
  outbox: Outbox,
  network: Network,
  schedule: (callback: () => void, delayMs: number) => void,
  onLate: (entry: OutboxEntry, dispatch: Delivered) => void,
): Courier {
  const underWay = new Set<string>();
  let failures = 0;
  let isScheduled = false;

  const tryLater = (leastMs: number): void => {
    if (isScheduled) return;
    isScheduled = true;
    const delayMs = Math.max(leastMs, Math.min(firstFlushMs * 2 ** failures, longestFlushMs));
    schedule(() => {
      isScheduled = false;
      void flush();
    }, delayMs);
  };

  const carry = async (entry: OutboxEntry, attemptsAtMost: number): Promise<Outcome> => {
    underWay.add(entry.key);
    const outcome = await deliver(entry, attemptsAtMost, network);
    underWay.delete(entry.key);
    if (outcome.kind !== 'unreachable') {
      outbox.remove(entry.key);
      failures = 0;
      if (outcome.kind === 'sent' && outcome.proof) keepProof(outcome.proof);
    }
    return outcome;
  };

  const flush = async (): Promise<void> => {
    for (const entry of outbox.list()) {
      if (underWay.has(entry.key)) continue;
      const outcome = await carry(entry, 1);
      if (outcome.kind === 'unreachable') {
        tryLater(outcome.retryAfterMs);
        failures += 1;
        return;
      }
      onLate(entry, outcome);
    }
  };

  const send = async (entry: OutboxEntry): Promise<Dispatch> => {
    const isKept = outbox.add(entry);
    const outcome = await carry(entry, attemptsWhileWatched);
    if (outcome.kind !== 'unreachable') return outcome;
    if (!isKept) return { kind: 'lost' };
    tryLater(outcome.retryAfterMs);
    return { kind: 'queued' };
  };

  return { send, flush };
}
