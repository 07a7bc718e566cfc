import type { ModelFailure } from '../types.ts';

export interface FailedCall {
  reason: ModelFailure;
  /** Whether waiting may help: these failures count towards the circuit breaker. */
  transient: boolean;
}

interface ErrorClasses {
  APIError: new (...args: never[]) => Error;
  APIConnectionTimeoutError: new (...args: never[]) => Error;
  APIUserAbortError: new (...args: never[]) => Error;
}

function byStatus(status: number | undefined): FailedCall {
  if (status === 401 || status === 403) return { reason: 'unauthorised', transient: false };
  if (status === 402) return { reason: 'payment_required', transient: true };
  if (status === 429) return { reason: 'rate_limited', transient: true };
  if (status === 408) return { reason: 'timeout', transient: true };
  if (status !== undefined && status >= 500) return { reason: 'overloaded', transient: true };
  if (status !== undefined && status >= 400) return { reason: 'bad_request', transient: false };
  return { reason: 'connection', transient: true };
}

/** What went wrong with a call, from the error the client library threw. */
export function classifyFailure(error: unknown, errors: ErrorClasses): FailedCall {
  if (error instanceof errors.APIConnectionTimeoutError || error instanceof errors.APIUserAbortError)
    return { reason: 'timeout', transient: true };
  if (error instanceof Error && error.name === 'TimeoutError') return { reason: 'timeout', transient: true };
  if (error instanceof errors.APIError) {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
    return byStatus(status);
  }
  return { reason: 'connection', transient: true };
}
