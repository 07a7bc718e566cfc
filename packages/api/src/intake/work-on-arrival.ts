import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { Arrival, type ArrivalRecord } from '../features/arrivals/model.ts';
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { failpoint } from '../lib/failpoints.ts';
import { drainInLanes } from '../lib/in-lanes.ts';
import type { Services } from '../services.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';
import { TryLater, WaitsForConnection, waitAfter } from './arrival-waits.ts';
import { PROCESS_ID } from './process-id.ts';
import { LEASE_MS } from './record-arrival.ts';
import { takeInArrival, type Worked } from './take-in-arrival.ts';

/** Arrivals that one sweep works on at a time; much of the time of each is spent waiting. */
const LANES = 4;

/** An arrival that failed this often waits for a person. */
export const MAX_ATTEMPTS = 5;

async function markDone(arrival: ArrivalRecord, worked: Worked): Promise<void> {
  await Arrival.updateOne(
    { _id: arrival._id, fence: arrival.fence },
    {
      state: 'done',
      outcome: worked.outcome,
      lead_id: worked.leadId,
      lease_until: null,
      error: null,
      ...worked.verdict,
    },
  );
}

/** Longer than any provider tries again by itself; then a person should see that something is not right. */
const MAX_DEFERRED_MS = 3 * DAY_MS;

async function tellOf(services: Services, arrival: ArrivalRecord): Promise<void> {
  await recordEvents(services, arrival.dealership_id, arrival.test, [
    { type: 'arrival.updated', data: { arrival_id: arrival._id } },
  ]);
}

async function markWaiting(services: Services, arrival: ArrivalRecord, wait: WaitsForConnection): Promise<void> {
  const state = wait.aside ? ('quarantined' as const) : ('waiting' as const);
  await Arrival.updateOne(
    { _id: arrival._id, fence: arrival.fence, state: 'received' },
    { state, outcome: state, waits_for: wait.address, lease_until: null, error: wait.message },
  );
  await tellOf(services, arrival);
}

async function markDeferred(services: Services, arrival: ArrivalRecord, later: TryLater): Promise<void> {
  const now = services.clock.now();
  const deferrals = arrival.deferrals ?? 0;
  await Arrival.updateOne(
    { _id: arrival._id, fence: arrival.fence, state: 'received' },
    {
      lease_until: after(now, later.waitMs ?? waitAfter(deferrals)),
      deferrals: deferrals + 1,
      // That a provider is not ready is no failure of this arrival: only its own count.
      attempts: arrival.attempts - 1,
      error: later.message,
    },
  );
}

async function markFailed(services: Services, arrival: ArrivalRecord, error: unknown): Promise<void> {
  if (error instanceof WaitsForConnection) return markWaiting(services, arrival, error);
  const waitedMs = services.clock.now().getTime() - arrival.received_at.getTime();
  if (error instanceof TryLater && waitedMs < MAX_DEFERRED_MS) return markDeferred(services, arrival, error);
  const now = services.clock.now();
  const givenUp = arrival.attempts >= MAX_ATTEMPTS || error instanceof TryLater;
  const name = error instanceof TryLater ? error.message : error instanceof Error ? error.name : 'Error';
  services.logger.error(
    { arrival_id: arrival._id, attempts: arrival.attempts, ...describeError(error) },
    'intake failed',
  );
  const waitMs = Math.min(5 * MINUTE_MS, 5 * SECOND_MS * 2 ** arrival.attempts);
  await Arrival.updateOne(
    { _id: arrival._id, fence: arrival.fence, state: 'received' },
    givenUp
      ? { state: 'quarantined', outcome: 'quarantined', lease_until: null, error: name }
      : { lease_until: after(now, waitMs), error: name },
  );
  if (givenUp) await tellOf(services, arrival);
}

/**
 * Works on an arrival this process holds the lease of. Resolves when the lead is durable; `settled` when the rest is
 * done too. If the rest fails or the process dies, the arrival is not marked done and the sweep runs it again.
 */
export async function workOnArrival(
  services: Services,
  arrival: ArrivalRecord,
): Promise<Worked & { settled: Promise<void> }> {
  try {
    failpoint('intake.working', arrival.excerpt);
    const worked = await takeInArrival(services, arrival, workOnArrival);
    failpoint('intake.written', arrival.excerpt);
    const settled = worked
      .finish()
      .then(() => markDone(arrival, worked))
      .then(() => (worked.outcome === 'not_a_lead' && !worked.verdict.unlisted ? tellOf(services, arrival) : undefined))
      .catch((error: unknown) => markFailed(services, arrival, error).catch(() => undefined));
    return { ...worked, settled };
  } catch (error) {
    // When even this cannot be written the lease runs out, which comes to the same.
    await markFailed(services, arrival, error).catch(() => undefined);
    throw error;
  }
}

/** Takes over one arrival whose lease has run out; `null` when there is none. */
async function claimArrival(services: Services): Promise<ArrivalRecord | null> {
  const now = services.clock.now();
  return asOperator(() =>
    Arrival.findOneAndUpdate(
      { state: 'received', lease_until: mongoose.trusted({ $lte: now }) },
      { $set: { owner: PROCESS_ID, lease_until: after(now, LEASE_MS) }, $inc: { fence: 1, attempts: 1 } },
      { sort: { lease_until: 1 }, returnDocument: 'after' },
    ).lean<ArrivalRecord>(),
  );
}

async function redrive(services: Services, arrival: ArrivalRecord): Promise<void> {
  // A crash loop never gets past its fifth claim: attempts are counted before the work.
  if (arrival.attempts > MAX_ATTEMPTS) return markFailed(services, arrival, new Error('gave up'));
  const worked = await workOnArrival(services, arrival).catch(() => null);
  await worked?.settled;
}

/** Works on everything that came in and was not finished, a few at a time; tells how many it took up. */
export function sweepArrivals(services: Services, signal?: AbortSignal): Promise<number> {
  const next = () => (signal?.aborted ? null : claimArrival(services));
  return drainInLanes(next, LANES, (arrival) => runAsTenant(arrival.dealership_id, () => redrive(services, arrival)));
}
