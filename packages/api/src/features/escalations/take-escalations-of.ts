import mongoose from 'mongoose';
import { recordEvents } from '../../events/record-events.ts';
import type { Services } from '../../services.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Escalation, type EscalationRecord } from './model.ts';

/**
 * Who writes to a customer has taken what was open for them and nobody's yet. Where it is not known who wrote (`null`),
 * it is taken, but by nobody: the rep who was suggested may be another.
 */
export async function takeEscalationsOf(
  services: Services,
  lead: LeadRecord,
  person: EscalationRecord['assigned_to'],
): Promise<void> {
  const now = services.clock.now();
  const free =
    person === null ? { taken_at: null } : { $or: mongoose.trusted([{ taken_at: null }, { assigned_to: null }]) };
  const waiting = { lead_id: lead._id, state: 'open' as const, ...free };
  const taken = (await Escalation.find(waiting, { _id: 1 }).lean()).map(({ _id: id }) => id);
  if (taken.length === 0) return;
  await Escalation.updateMany(
    { ...waiting, _id: mongoose.trusted({ $in: taken }) },
    { $set: { assigned_to: person, taken_at: now, updated_at: now } },
  );
  await recordEvents(
    services,
    lead.dealership_id,
    lead.test,
    taken.map((id) => ({ type: 'escalation.updated', data: { escalation_id: id, lead_id: lead._id } })),
  );
}
