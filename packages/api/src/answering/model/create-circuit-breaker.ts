export interface CircuitBreaker {
  /** False while the circuit is open; after it, one call at a time may try again. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

const failuresToOpen = 5;
const windowMs = 60_000;
const openMs = 60_000;

/** Stops calling after 5 failures within 60 s, for 60 s; then lets a single call probe. */
export function createCircuitBreaker(now: () => number): CircuitBreaker {
  let failures: number[] = [];
  let openUntil: number | null = null;
  return {
    allows() {
      if (openUntil === null) return true;
      if (now() < openUntil) return false;
      // The probe holds the circuit open for the others until it has an answer.
      openUntil = now() + openMs;
      return true;
    },
    succeeded() {
      failures = [];
      openUntil = null;
    },
    failed() {
      const at = now();
      failures = [...failures.filter((failure) => at - failure < windowMs), at];
      if (openUntil !== null || failures.length >= failuresToOpen) openUntil = at + openMs;
    },
  };
}
