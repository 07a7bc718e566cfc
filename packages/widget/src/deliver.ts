import { callApi } from './call-api.ts';
import type { ProblemDetails } from './contract.ts';
import type { OutboxEntry } from './outbox.ts';
import { backoffMs, isTransient, retryAfterMs } from './retry.ts';

/** How a delivery ended. `unreachable` may succeed later, `refused` never will. */
export type Outcome =
  | { kind: 'sent'; submissionId: string | undefined; proof: string | undefined }
  | { kind: 'refused'; status: number; problem: Partial<ProblemDetails> }
  | { kind: 'unreachable'; retryAfterMs: number };

/** What a delivery needs of the world. */
export interface Network {
  /** The page's own where left out. */
  fetch?: typeof fetch;
  isOnline(): boolean;
  now(): number;
  random(): number;
  pause(durationMs: number): Promise<unknown>;
}

/** Nobody watches a spinner longer than this; what takes longer goes on in the background. */
const longestPauseMs = 10_000;

async function attemptOnce(entry: OutboxEntry, network: Network): Promise<Outcome> {
  const url = `${entry.api}/v1/forms/${encodeURIComponent(entry.form)}/submissions`;
  const headers = { 'Idempotency-Key': entry.key };
  const response = await callApi(url, entry.apiKey, entry.submission, { headers }, network.fetch);
  const waitMs = retryAfterMs(response.headers.get('Retry-After'), network.now());
  if (isTransient(response.status, waitMs !== undefined)) return { kind: 'unreachable', retryAfterMs: waitMs ?? 0 };
  const body = await response.json().catch(() => ({}));
  return response.ok
    ? { kind: 'sent', submissionId: body.submission_id, proof: body.proof }
    : { kind: 'refused', status: response.status, problem: body };
}

/** Sends an entry, up to `attemptsAtMost` times under the same key, waiting as long as the server asks. */
export async function deliver(entry: OutboxEntry, attemptsAtMost: number, network: Network): Promise<Outcome> {
  let outcome: Outcome = { kind: 'unreachable', retryAfterMs: 0 };
  for (let attempt = 1; attempt <= attemptsAtMost; attempt++) {
    if (attempt > 1) {
      // Asked only after a failure: some browsers say offline behind a VPN that works.
      if (!network.isOnline()) return outcome;
      const pauseMs = Math.max(outcome.retryAfterMs, backoffMs(attempt, network.random()));
      if (pauseMs > longestPauseMs) return outcome;
      await network.pause(pauseMs);
    }
    const result: Outcome = await attemptOnce(entry, network).catch(() => ({ kind: 'unreachable', retryAfterMs: 0 }));
    if (result.kind !== 'unreachable') return result;
    outcome = result;
  }
  return outcome;
}
