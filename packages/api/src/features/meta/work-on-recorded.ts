import { LEASE_MS } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { inLanes } from '../../lib/in-lanes.ts';
import type { Services } from '../../services.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';

/** Arrivals worked on at a time; most of the time of each is spent waiting for the Graph API. */
const LANES = 8;

/** Whether half of the lease an arrival was recorded with is left, which is time enough to begin. */
function isHeld(services: Services, { lease_until: leaseUntil }: ArrivalRecord): boolean {
  return leaseUntil !== null && leaseUntil.getTime() - services.clock.now().getTime() >= LEASE_MS / 2;
}

/** Works on arrivals that were just recorded, a few at a time; those that fail or are not come to are left to the sweep. */
export async function workOnRecorded(services: Services, arrivals: readonly ArrivalRecord[]): Promise<void> {
  await inLanes(arrivals, LANES, async (arrival) => {
    // Recording many may have taken long itself; what is no longer held here the sweep takes up, and holds anew.
    if (!isHeld(services, arrival)) return;
    const worked = await workOnArrival(services, arrival).catch(() => null);
    await worked?.settled;
  });
}
