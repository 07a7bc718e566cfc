import mongoose from 'mongoose';
import { notFound, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { PROCESS_ID } from '../../intake/process-id.ts';
import { LEASE_MS } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { after } from '../../lib/clock.ts';
import { findLead, visibleTo } from '../leads/find-lead.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Arrival, type ArrivalRecord } from './model.ts';

/**
 * Makes a lead of an arrival that was not taken for one. A person has decided, so a person answers it.
 * @throws Problem 404, 409 when it is part of a lead already
 */
export async function promoteArrival({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { arrival_id: string };
}): Promise<LeadRecord> {
  const { services } = ctx;
  const promoted = await Arrival.findOneAndUpdate(
    {
      _id: input.arrival_id,
      ...visibleTo(ctx),
      lead_id: null,
      payload: mongoose.trusted({ $ne: null }),
      state: mongoose.trusted({ $in: ['done', 'quarantined'] }),
    },
    {
      $set: {
        promoted: true,
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
  if (!promoted) {
    const there = await Arrival.findOne(
      { _id: input.arrival_id, ...visibleTo(ctx) },
      { lead_id: 1, payload: 1 },
    ).lean();
    if (!there) throw notFound();
    if (there.lead_id === null && there.payload === null)
      throw new Problem('unprocessable', { detail: 'It is older than 30 days and its words were forgotten.' });
    if (there.lead_id === null) throw new Problem('request_in_progress', { headers: { 'Retry-After': '5' } });
    throw new Problem('conflict', { detail: 'It is part of a lead already.' });
  }
  const worked = await workOnArrival(services, promoted);
  await worked.settled;
  if (worked.leadId === null) throw new Problem('unprocessable', { detail: 'No lead could be made of it.' });
  return findLead(ctx, worked.leadId);
}
