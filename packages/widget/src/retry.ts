const firstDelayMs = 500;
const longestDelayMs = 8_000;

/**
 * Whether the same request may succeed later: 5xx, 408, 425 and 429, and 409 while the first attempt with the same
 * idempotency key is still under way (it then carries `Retry-After`).
 */
export function isTransient(status: number, hasRetryAfter: boolean): boolean {
  return status >= 500 || [408, 425, 429].includes(status) || (status === 409 && hasRetryAfter);
}

/** Milliseconds a `Retry-After` header asks for, as seconds or as a date (RFC 9110, 10.2.3); undefined without one. */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (!header?.trim()) return undefined;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - nowMs : seconds * 1000;
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

/** Milliseconds to wait before attempt `attempt` (2 is the first retry): doubling, the upper half of it random. */
export function backoffMs(attempt: number, random: number): number {
  return Math.min(firstDelayMs * 2 ** (attempt - 2), longestDelayMs) * (0.5 + random / 2);
}
