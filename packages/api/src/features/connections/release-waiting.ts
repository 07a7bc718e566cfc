import mongoose from 'mongoose';
import type { Services } from '../../services.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';

/**
 * Puts what waited for a connection of the current dealership back into the queue; tells how many. With a new token that
 * goes for what was put aside as well, because the provider would not give it for the old one. The sweep takes it up
 * within seconds.
 */
export async function releaseWaiting(
  services: Pick<Services, 'clock'>,
  address: string,
  states: readonly ArrivalRecord['state'][] = ['waiting', 'quarantined'],
): Promise<number> {
  const released = await Arrival.updateMany(
    { waits_for: address, state: mongoose.trusted({ $in: [...states] }) },
    {
      $set: { state: 'received', outcome: 'pending', lease_until: services.clock.now(), attempts: 0, deferrals: 0 },
      $unset: { waits_for: 1 },
    },
  );
  return released.modifiedCount;
}
