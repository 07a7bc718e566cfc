import { isDuplicateKey } from '../database/duplicate-key.ts';
import { oneAtATime } from '../database/one-at-a-time.ts';
import { after, DAY_MS, MINUTE_MS } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { sha256 } from '../lib/secrets.ts';
import { Idempotency, type IdempotencyRecord } from './idempotency-model.ts';
import { Problem } from './problem.ts';

/** The first answer to a request, as it was written. */
export interface StoredAnswer {
  status: number;
  body: string | null;
  headers: Record<string, string>;
}

/** Either the answer to give again, or the leave to go ahead. */
export type IdempotencyClaim = { kind: 'replay'; answer: StoredAnswer } | { kind: 'proceed'; recordId: string };

interface ClaimRequest {
  actorId: string;
  operation: string;
  key: string;
  body: unknown;
  path: string;
  now: Date;
}

/** Longest a request may hold its key before another may take over: longer than any request lives. */
const LOCK_MS = MINUTE_MS;

async function judge(existing: IdempotencyRecord, fingerprint: string, now: Date): Promise<IdempotencyClaim> {
  if (existing.fingerprint !== fingerprint) {
    throw new Problem('idempotency_key_reused', { detail: 'Use a new Idempotency-Key for another request.' });
  }
  if (existing.state === 'finished') {
    return {
      kind: 'replay',
      answer: { status: existing.status ?? 200, body: existing.body, headers: existing.headers },
    };
  }
  if (existing.locked_until > now) throw new Problem('request_in_progress', { headers: { 'Retry-After': '1' } });
  // The process that held it died: its ids are ours now, so what it had created already is found again.
  const taken = await Idempotency.updateOne(
    { _id: existing._id, state: 'in_progress', locked_until: existing.locked_until },
    { locked_until: after(now, LOCK_MS) },
  );
  if (taken.modifiedCount === 1) return { kind: 'proceed', recordId: existing._id };
  throw new Problem('request_in_progress', { headers: { 'Retry-After': '1' } });
}

/**
 * Claims an Idempotency-Key by inserting it first; the unique index decides who goes ahead.
 * @throws Problem 409 while the first request runs, 422 when the key was used for another request
 */
export async function claimIdempotencyKey(request: ClaimRequest): Promise<IdempotencyClaim> {
  const scope = `${request.actorId} ${request.operation} ${request.key}`;
  const fingerprint = sha256(`${request.path}\n${JSON.stringify(request.body ?? null)}`);
  const recordId = newId('idem', request.now);
  try {
    await oneAtATime(scope, () =>
      Idempotency.create({
        _id: recordId,
        scope,
        fingerprint,
        state: 'in_progress',
        locked_until: after(request.now, LOCK_MS),
        status: null,
        body: null,
        headers: {},
        expires_at: after(request.now, DAY_MS),
      }),
    );
    return { kind: 'proceed', recordId };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const existing = await Idempotency.findOne({ scope }).lean();
  if (!existing) throw new Problem('request_in_progress', { headers: { 'Retry-After': '1' } });
  return judge(existing, fingerprint, request.now);
}

/** Keeps the answer, so that a retry gets it again. */
export async function finishIdempotencyKey(recordId: string, answer: StoredAnswer): Promise<void> {
  await Idempotency.updateOne({ _id: recordId }, { state: 'finished', ...answer });
}

/** Gives the key back after a refusal, so that a corrected request may use it. */
export async function releaseIdempotencyKey(recordId: string): Promise<void> {
  await Idempotency.deleteOne({ _id: recordId, state: 'in_progress' });
}
