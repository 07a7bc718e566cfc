import { LEASE_MS } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { inLanes } from '../../lib/in-lanes.ts';
import type { Services } from '../../services.ts';
import type { ArrivalRecord } from '../arrivals/model.ts';

/** Arrivals worked on at a time; most of the time of each is spent waiting for the Graph API. */
const LANES = 8;

/** Works on arrivals that were just recorded, a few at a time; those that fail or are not come to are left to the sweep. */
export async function workOnRecorded(services: Services, arrivals: readonly ArrivalRecord[]): Promise<void> {
  const startedAt = performance.now();
  await inLanes(arrivals, LANES, async (arrival) => {
    // What is not begun while it is still held here is left to the sweep, which holds it anew.
    if (performance.now() - startedAt > LEASE_MS / 2) return;
    const worked = await workOnArrival(services, arrival).catch(() => null);
    await worked?.settled;
  });
}
