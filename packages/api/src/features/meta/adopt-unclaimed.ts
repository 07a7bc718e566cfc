import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';
import type { MetaChange } from './read-meta-changes.ts';
import { recordChange } from './record-change.ts';
import { Unclaimed, type UnclaimedRecord } from './unclaimed-model.ts';
import { workOnRecorded } from './work-on-recorded.ts';

/** A page may have been posted about for 30 days: so many events are held in memory at a time. */
const BATCH = 200;

/**
 * Takes in what was posted for a page before it was connected, oldest first; tells how much. It ends when all of it has
 * been worked on or left to the sweep. Run again after a crash, it goes on.
 */
export async function adoptUnclaimed(services: Services, dealershipId: string, address: string): Promise<number> {
  let count = 0;
  for (;;) {
    const found = await Unclaimed.find({ address })
      .sort({ received_at: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<UnclaimedRecord[]>();
    count += found.length;
    await runAsTenant(dealershipId, () => adopt(services, dealershipId, found));
    if (found.length < BATCH) return count;
  }
}

async function adopt(services: Services, dealershipId: string, found: readonly UnclaimedRecord[]): Promise<void> {
  const fresh: ArrivalRecord[] = [];
  for (const { _id, key, payload } of found) {
    const change = { key, payload: payload as MetaChange['payload'] };
    const { arrival, repeated } = await recordChange(services, dealershipId, change);
    await Unclaimed.deleteOne({ _id });
    if (!repeated) fresh.push(arrival);
  }
  await workOnRecorded(services, fresh);
}
