import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { Arrival, type ArrivalRecord } from '../features/arrivals/model.ts';
import { after, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { failpoint } from '../lib/failpoints.ts';
import type { Services } from '../services.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';
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

async function markFailed(services: Services, arrival: ArrivalRecord, error: unknown): Promise<void> {
  const now = services.clock.now();
  const givenUp = arrival.attempts >= MAX_ATTEMPTS;
  const name = error instanceof Error ? error.name : 'Error';
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
  if (givenUp)
    await recordEvents(services, arrival.dealership_id, arrival.test, [
      { type: 'arrival.updated', data: { arrival_id: arrival._id } },
    ]);
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
    const worked = await takeInArrival(services, arrival);
    failpoint('intake.written', arrival.excerpt);
    const settled = worked
      .finish()
      .then(() => markDone(arrival, worked))
      .then(() =>
        worked.outcome === 'not_a_lead'
          ? recordEvents(services, arrival.dealership_id, arrival.test, [
              { type: 'arrival.updated', data: { arrival_id: arrival._id } },
            ])
          : undefined,
      )
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
export async function sweepArrivals(services: Services, signal?: AbortSignal): Promise<number> {
  let taken = 0;
  const next = () => (signal?.aborted ? null : claimArrival(services));
  const lane = async (): Promise<void> => {
    for (let arrival = await next(); arrival; arrival = await next()) {
      taken += 1;
      const current = arrival;
      await runAsTenant(current.dealership_id, () => redrive(services, current));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return taken;
}
