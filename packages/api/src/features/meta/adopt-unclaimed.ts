import { workOnArrival } from '../../intake/work-on-arrival.ts';
import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import type { MetaChange } from './read-meta-changes.ts';
import { recordChange } from './record-change.ts';
import { Unclaimed, type UnclaimedRecord } from './unclaimed-model.ts';

/** Takes in what was posted for a page before it was connected; tells how much. Run again after a crash, it goes on. */
export async function adoptUnclaimed(services: Services, dealershipId: string, address: string): Promise<number> {
  const found = await Unclaimed.find({ address }).sort({ received_at: 1 }).lean<UnclaimedRecord[]>();
  for (const { _id, key, payload } of found) {
    await runAsTenant(dealershipId, async () => {
      const change = { key, payload: payload as MetaChange['payload'] };
      const { arrival, repeated } = await recordChange(services, dealershipId, change);
      await Unclaimed.deleteOne({ _id });
      if (!repeated) services.background.track(workOnArrival(services, arrival).then((worked) => worked.settled));
    });
  }
  return found.length;
}
