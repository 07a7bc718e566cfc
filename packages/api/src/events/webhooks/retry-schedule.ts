import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';

/** Waits before each attempt (milliseconds), as Standard Webhooks suggests; the first is made at once. */
const WAITS_MS = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
] as const;

/** A tenth more by chance, so that what failed together does not come back together. */
const JITTER = 0.1;
const LONGEST_RETRY_AFTER_MS = 24 * HOUR_MS;

/** How often a post is tried. */
export const MAX_ATTEMPTS = WAITS_MS.length;

/**
 * Milliseconds until the next attempt after so many, or `null` when there is none. `random` gives 0 up to 1; what the
 * receiver asked for by `Retry-After` (milliseconds) is waited for where it is longer, up to a day.
 */
export function nextAttemptDelayMs(attempts: number, random: number, retryAfterMs: number | null): number | null {
  const wait = WAITS_MS[attempts];
  if (wait === undefined) return null;
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  return Math.max(Math.round(wait * (1 + JITTER * random)), asked);
}

/** Reads `Retry-After`, seconds or a date, as milliseconds from now; `null` when there is none. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND_MS;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
