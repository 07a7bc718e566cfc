import { assignLead } from '../automation/assign-lead.ts';
import { renderRepAlert } from '../channels/sms/render-sms.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { MembershipRecord } from '../features/users/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { derivedId, newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { type ReadEnquiry, readEnquiry } from './read-enquiry.ts';

function canText(services: Services, rep: MembershipRecord, lead: LeadRecord): boolean {
  if (!rep.phone?.startsWith('+')) return false;
  return services.sms.kind === 'twilio' || services.env.nodeEnv !== 'production' || lead.test;
}

async function alertRep(
  services: Services,
  read: ReadEnquiry,
  rep: MembershipRecord,
  dealership: DealershipRecord,
  arrivalId: string | null,
): Promise<void> {
  const { lead, understanding, stock } = read;
  const bySms = canText(services, rep, lead);
  const now = services.clock.now();
  const text = renderRepAlert({
    customerName: lead.customer.name,
    vehicle: stock.vehicle?.title ?? lead.vehicle_interest,
    urgency: understanding.urgency,
    temperature: understanding.temperature,
    link: `${services.env.publicUrl}/app/leads/${lead._id}`,
    language: dealership.language,
  });
  await insertMessages([
    blankMessage({
      _id: newId('msg', now),
      lead_id: lead._id,
      test: lead.test,
      audience: 'staff',
      channel: bySms ? 'sms' : 'email',
      purpose: 'alert',
      send_key: `alert:${arrivalId ?? lead._id}`,
      sender_name: dealership.name,
      recipient: bySms ? rep.phone : rep.email,
      subject: text.split('\n')[0]?.slice(0, 150) ?? null,
      text,
      language: dealership.language,
      created_at: now,
    }),
  ]);
  services.wake();
}

/**
 * Reads an enquiry, gives it to a rep and alerts them. Safe to run again: a lead that somebody has stays theirs, and the
 * alert has a key of its own.
 */
export async function attendEnquiry(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  question: MessageRecord | null,
  dealership: DealershipRecord,
): Promise<ReadEnquiry> {
  const read = await readEnquiry(services, lead, question, dealership);
  if (message.purpose !== 'reply') return read;
  const assigned = await assignLead(read.lead, services.clock.now());
  if (!assigned) return read;
  // Another attempt may come after a crash between the assignment and its entry: the id keeps the entry single.
  if (assigned.fresh || message.attempts > 1) {
    await addHistory({
      id: derivedId('hist', `assigned ${lead._id} ${assigned.rep.user_id}`),
      leadId: lead._id,
      type: 'assigned',
      actor: SYSTEM,
      to: assigned.rep.name,
      reason: 'Waited longest for a lead',
      occurredAt: services.clock.now(),
    });
  }
  await alertRep(services, read, assigned.rep, dealership, message.arrival_id);
  return read;
}
