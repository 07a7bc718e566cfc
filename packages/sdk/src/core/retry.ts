import type { Runtime } from './runtime.ts';

const INITIAL_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
const LONGEST_RETRY_AFTER_MS = 60_000;

/** 0.5 s doubled per attempt up to 8 s, of which chance takes up to a quarter so that clients do not march in step. */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.min(INITIAL_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS) * (1 - random() / 4);
}

/** Milliseconds that `Retry-After` (RFC 9110: seconds or a date) asks for, or null when it is absent or unreadable. */
function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const dateMs = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}

/**
 * Milliseconds to wait before asking again, or null when asking again does not help or `Retry-After` is longer than
 * `longestMs`. 409 counts only with `Retry-After`: then a request with the same key is under way.
 */
export function retryDelayMs(
  { status, headers }: { status: number; headers: Headers },
  attempt: number,
  { now, random }: Runtime,
  longestMs: number = LONGEST_RETRY_AFTER_MS,
): number | null {
  const asked = retryAfterMs(headers, now());
  if (status === 409 ? asked === null : status !== 408 && status !== 429 && status < 500) return null;
  if (asked === null) return backoffMs(attempt, random);
  return asked <= longestMs ? asked : null;
}
