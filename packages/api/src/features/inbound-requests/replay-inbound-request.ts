import mongoose from 'mongoose';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { PROCESS_ID } from '../../intake/process-id.ts';
import { LEASE_MS } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { after } from '../../lib/clock.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { findInboundRequest, type InboundRequestWithArrival } from './find-inbound-request.ts';

const NOTHING_KEPT = 'Nothing of it was kept: it was refused, or it is older than 30 days.';

/**
 * Works once more on what a post brought. What is part of a lead already stays as it is: a replay makes nothing twice.
 * @throws Problem 404, 409 while somebody works on it, 422 when nothing of it was kept
 */
export async function replayInboundRequest({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { inbound_request_id: string };
}): Promise<InboundRequestWithArrival> {
  const { services } = ctx;
  const { request, arrival } = await findInboundRequest(input.inbound_request_id);
  if (!arrival || arrival.payload === null) throw new Problem('unprocessable', { detail: NOTHING_KEPT });
  if (arrival.lead_id !== null) return { request, arrival };
  const claimed = await Arrival.findOneAndUpdate(
    { _id: arrival._id, lead_id: null, state: mongoose.trusted({ $in: ['done', 'waiting', 'quarantined'] }) },
    {
      $set: {
        state: 'received',
        outcome: 'pending',
        owner: PROCESS_ID,
        lease_until: after(services.clock.now(), LEASE_MS),
        attempts: 1,
      },
      $inc: { fence: 1 },
    },
    { returnDocument: 'after' },
  ).lean<ArrivalRecord>();
  if (!claimed) throw new Problem('request_in_progress', { headers: { 'Retry-After': '5' } });
  // What fails again is noted on the arrival, which is what the answer shows.
  const worked = await workOnArrival(services, claimed).catch(() => null);
  await worked?.settled;
  return findInboundRequest(request._id);
}
