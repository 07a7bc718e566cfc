import { MINUTE_MS, SECOND_MS } from '../lib/clock.ts';

const FIRST_WAITS_MS = [2 * SECOND_MS, 4 * SECOND_MS, 8 * SECOND_MS];
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** An arrival cannot be taken in yet because a provider is not ready: it is tried again, and that is no failure of its. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
  /** `waitMs` where it is known how long; else the waits grow from 2 seconds to 5 minutes. */
  constructor(
    reason: string,
    readonly waitMs: number | null = null,
  ) {
    super(reason);
  }
}

/**
 * An arrival that only its connection can complete: it waits, without being tried, until that works again.
 * `aside` when the provider would not give this one thing, which a person should see.
 */
export class WaitsForConnection extends Error {
  override readonly name = 'WaitsForConnection';
  constructor(
    readonly address: string,
    reason: string,
    readonly aside = false,
  ) {
    super(reason);
  }
}

/** How long an arrival waits after it has been put off so many times, in milliseconds: 2, 4, 8 s, then longer. */
export function waitAfter(deferrals: number): number {
  return FIRST_WAITS_MS[deferrals] ?? Math.min(LONGEST_WAIT_MS, 15 * SECOND_MS * 2 ** (deferrals - 3));
}
