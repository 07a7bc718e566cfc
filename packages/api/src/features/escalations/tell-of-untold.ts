import type { Services } from '../../services.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { LeadRecord } from '../leads/model.ts';
import { Escalation, type EscalationRecord } from './model.ts';
import { tellOfEscalation } from './tell-of-escalation.ts';

/** Tells of what was put into the queue of a lead while it was deleted, and is open: nobody has heard of that. */
export async function tellOfUntold(services: Services, lead: LeadRecord): Promise<void> {
  const untold = await Escalation.find({ lead_id: lead._id, state: 'open', told: false }).lean<EscalationRecord[]>();
  const dealership = untold.length > 0 ? await findDealership(lead.dealership_id) : null;
  if (!dealership) return;
  for (const record of untold) await tellOfEscalation(services, dealership, { record, lead, tellRep: true });
}
