import mongoose from 'mongoose';
import { Arrival, FORGOTTEN } from '../features/arrivals/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { asOperator } from '../tenancy/context.ts';

/** What came in is kept word for word this long (SPEC 3); what it became is kept with the lead. */
const KEPT_MS = 30 * DAY_MS;

/**
 * Takes the words and addresses out of arrivals that are done and older than 30 days; the keys that recognise a repeat
 * stay. Tells how many.
 */
export async function forgetOldArrivals(services: Services): Promise<number> {
  const forgotten = await asOperator(() =>
    Arrival.updateMany(
      {
        state: 'done',
        received_at: mongoose.trusted({ $lt: after(services.clock.now(), -KEPT_MS) }),
        payload: mongoose.trusted({ $ne: null }),
      },
      { $set: FORGOTTEN },
    ),
  );
  return forgotten.modifiedCount;
}
