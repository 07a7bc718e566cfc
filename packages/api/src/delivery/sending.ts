import { recordEvents } from '../events/record-events.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { readConversation } from './compose-message.ts';

/** A claimed message with all that is read to send it. */
export interface Sending {
  message: MessageRecord;
  lead: LeadRecord | null;
  dealership: DealershipRecord;
  conversation: MessageRecord[];
}

/** The message with its lead, dealership and conversation; `null` when one of them is gone. */
export async function loadSending(message: MessageRecord): Promise<Sending | null> {
  const dealership = await findDealership(message.dealership_id);
  const lead = message.lead_id === null ? null : await Lead.findOne({ _id: message.lead_id }).lean<LeadRecord>();
  if (!dealership || (message.lead_id !== null && !lead)) return null;
  const conversation = lead && message.audience === 'customer' ? await readConversation(lead._id, message) : [];
  return { message, lead, dealership, conversation };
}

/** The same with the lead as it is now. */
export async function rereadLead(sending: Sending): Promise<Sending> {
  const { lead } = sending;
  return lead ? { ...sending, lead: await Lead.findOne({ _id: lead._id }).lean<LeadRecord>() } : sending;
}

/** Tells whoever looks at the lead that its message changed. */
export async function announce(services: Services, { message, lead }: Sending): Promise<void> {
  if (message.audience === 'staff' || !lead) return;
  await recordEvents(services, message.dealership_id, message.test, [
    { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
    { type: 'lead.updated', data: { lead_id: lead._id } },
  ]);
}

/** What failpoints tell a message by: what it is for and whom it goes to. */
export function subjectOf({ purpose, recipient }: MessageRecord): string {
  return `${purpose} ${recipient ?? ''}`;
}
