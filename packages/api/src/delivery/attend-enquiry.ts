import type { QuestionTopic } from '../answering/replies/qualification-questions.ts';
import { findWords } from '../answering/text/find-words.ts';
import { assignLead } from '../automation/assign-lead.ts';
import { renderRepAlert } from '../channels/sms/render-sms.ts';
import { escalationHeadline } from '../channels/sms/render-staff-alert.ts';
import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { EscalationReason } from '../features/escalations/model.ts';
import { raiseEscalation } from '../features/escalations/raise-escalation.ts';
import { reasonsToEscalate } from '../features/escalations/reasons-to-escalate.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { MembershipRecord } from '../features/users/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { derivedId, newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { type ReadEnquiry, readEnquiry } from './read-enquiry.ts';
import { alertOf, canText } from './tell-staff.ts';

async function alertRep(
  services: Services,
  read: ReadEnquiry,
  rep: MembershipRecord,
  dealership: DealershipRecord,
  arrivalId: string | null,
  reason: EscalationReason | null,
  words: string,
): Promise<void> {
  const { lead, understanding, stock } = read;
  const bySms = canText(services, rep, lead.test);
  const now = services.clock.now();
  const text = renderRepAlert({
    escalation: reason === null ? null : escalationHeadline(dealership.language, reason, lead.customer.name),
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
      alert: alertOf(rep.user_id, words, { reason }),
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
  answers: QuestionTopic | null,
): Promise<ReadEnquiry> {
  const known = await readEnquiry(services, lead, question, dealership, answers);
  if (message.purpose !== 'reply') return known;
  const text = question?.text ?? lead.message;
  const found = findWords(text, assistantSettings(dealership).escalate_words);
  const reasons = reasonsToEscalate(known.understanding, found.length > 0, known.lead.handled_by);
  const assigned = await assignLead(known.lead, services.clock.now());
  const { rep = null } = assigned ?? {};
  const assignedTo = rep === null ? null : { id: rep.user_id, name: rep.name };
  const read = { ...known, lead: { ...known.lead, assigned_to: assignedTo } };
  if (assigned) await noteAndAlert(services, message, read, assigned, dealership, reasons[0] ?? null, text);
  await raiseEscalation(services, dealership, {
    cause: question?.chat?.person_asked_in ?? question?._id ?? message._id,
    reasons,
    detail: found.length > 0 ? found.join(', ') : null,
    lead: read.lead,
    messageId: question?._id ?? null,
    excerpt: text,
    repIsTold: rep !== null,
  });
  return read;
}

async function noteAndAlert(
  services: Services,
  message: MessageRecord,
  read: ReadEnquiry,
  assigned: { rep: MembershipRecord; fresh: boolean },
  dealership: DealershipRecord,
  reason: EscalationReason | null,
  words: string,
): Promise<void> {
  const { lead } = read;
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
  await alertRep(services, read, assigned.rep, dealership, message.arrival_id, reason, words);
}
