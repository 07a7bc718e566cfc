import mongoose from 'mongoose';
import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Escalation } from './model.ts';

/** Who writes to a customer has taken what was open for them and nobody's yet. */
export async function takeEscalationsOf(ctx: TenantContext, lead: LeadRecord): Promise<void> {
  const { actor, services } = ctx;
  if (actor.type !== 'user') return;
  const now = services.clock.now();
  const waiting = { lead_id: lead._id, state: 'open' as const, taken_at: null };
  const taken = (await Escalation.find(waiting, { _id: 1 }).lean()).map(({ _id: id }) => id);
  if (taken.length === 0) return;
  await Escalation.updateMany(
    { ...waiting, _id: mongoose.trusted({ $in: taken }) },
    { $set: { assigned_to: { id: actor.userId, name: actor.name }, taken_at: now, updated_at: now } },
  );
  await recordEvents(
    services,
    ctx.dealershipId,
    lead.test,
    taken.map((id) => ({ type: 'escalation.updated', data: { escalation_id: id, lead_id: lead._id } })),
  );
}
