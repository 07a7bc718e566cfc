import { answerAt } from '../delivery/burst.ts';
import { staffAlerts } from '../delivery/tell-staff.ts';
import { recordEvents } from '../events/record-events.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { cancelFollowUps } from '../features/follow-ups/cancel-follow-ups.ts';
import { addHistory } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageAttachment } from '../features/messages/model.ts';
import { siblingId } from '../lib/ids.ts';
import { searchTerms } from '../lib/search-terms.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { noteReopening, previewOf } from './write-lead.ts';
import { inboundMessage, insertMessages, pendingReply } from './write-messages.ts';

const ANSWERED = 'The customer answered';

/** What a customer wrote in a conversation, whichever way it came. */
export interface CustomerAnswer {
  channel: 'email' | 'sms' | 'whatsapp' | 'chat';
  /** The mailbox or number it was sent to. */
  sourceDetail: string | null;
  name: string | null;
  text: string;
  subject: string | null;
  messageId: string | null;
  references: string[];
  attachments?: readonly MessageAttachment[];
  attachmentsLeftOut?: number;
  /** A machine wrote it: it does not end the customer's silence. */
  automated: boolean;
  /** Whether the assistant may answer it, as far as the message itself goes. */
  wantsReply: boolean;
  /** A command such as STOP, which no colleague has to hear of. */
  command: boolean;
  /** The number to answer to; by mail the lead's own address is used. */
  replyTo: string | null;
  whatsapp?: Enquiry['whatsapp'];
  chat?: NonNullable<Enquiry['chat']>;
}

function asEnquiry(arrival: ArrivalRecord, answer: CustomerAnswer, lead: LeadRecord): Enquiry {
  return {
    arrivalId: arrival._id,
    source: answer.channel,
    sourceDetail: answer.sourceDetail,
    channel: answer.channel,
    test: lead.test,
    receivedAt: arrival.received_at,
    name: answer.name ?? lead.customer.name,
    email: lead.customer.email,
    phone: answer.replyTo ?? lead.customer.phone,
    message: answer.text,
    subject: answer.subject,
    vehicleInterest: null,
    vehicleId: null,
    language: lead.customer.language,
    sourceUrl: null,
    utm: {},
    consents: [],
    tags: [],
    metadata: {},
    handledBy: lead.handled_by,
    quiet: false,
    writtenDownBy: null,
    messageId: answer.messageId,
    references: answer.references,
    attachments: answer.attachments ?? [],
    attachmentsLeftOut: answer.attachmentsLeftOut ?? 0,
    whatsapp: answer.whatsapp ?? null,
    ...(answer.chat ? { chat: answer.chat } : {}),
  };
}

/** What the assistant does not answer, a person has to hear of: the rep, or where there is none those who run the place. */
async function newsOf(
  services: Services,
  arrival: ArrivalRecord,
  answer: CustomerAnswer,
  lead: LeadRecord,
  dealership: DealershipRecord,
) {
  if (answer.automated || answer.command || lead.deleted_at !== null) return [];
  return staffAlerts(services, dealership, {
    key: arrival._id,
    occasion: { kind: 'answer' },
    lead,
    excerpt: answer.text,
    to: { rep: true, managers: false },
  });
}

/** Adds a customer's answer to its conversation and calls off what was waiting for their silence. */
export async function takeInCustomerAnswer(
  services: Services,
  arrival: ArrivalRecord,
  answer: CustomerAnswer,
  lead: LeadRecord,
  dealership: DealershipRecord,
): Promise<() => Promise<void>> {
  const enquiry = asEnquiry(arrival, answer, lead);
  const messages = [inboundMessage(enquiry, lead._id)];
  const reply = answer.wantsReply && !answer.automated && lead.handled_by === 'assistant' && lead.deleted_at === null;
  if (reply) {
    const dueAt = await answerAt(dealership, lead._id, arrival.received_at);
    messages.push({ ...pendingReply(enquiry, lead._id, 'further'), due_at: dueAt });
  }
  // Together with the answer itself; what a crash leaves out the arrival's next try adds.
  await insertMessages(messages);
  // A machine that answers for the customer does not end their silence.
  const reopened = lead.status === 'lost' && !answer.automated;
  if (reopened) await noteReopening(lead, enquiry, ANSWERED);
  const at = arrival.received_at;
  await Lead.updateOne(
    { _id: lead._id },
    {
      $set: {
        preview: previewOf(enquiry.message),
        unread: true,
        updated_at: at,
        ...(answer.automated ? {} : { give_up_at: null }),
        ...(lead.subject === null && answer.subject ? { subject: answer.subject } : {}),
        ...(reopened ? { status: 'contacted', status_reason: ANSWERED } : {}),
      },
      $max: { last_activity_at: at },
      $addToSet: { search_terms: { $each: searchTerms(enquiry.message).slice(0, 100) } },
      $inc: { version: 1 },
    },
  );
  // Once the lead is unread: one that was read is not told of. Still before the arrival is done.
  const alerts = reply ? [] : await newsOf(services, arrival, answer, lead, dealership);
  await insertMessages(alerts);
  return async () => {
    if (!answer.automated)
      await cancelFollowUps(services, { id: lead._id, dealershipId: dealership._id, test: lead.test }, ANSWERED);
    await addHistory({
      id: siblingId(arrival._id, 'hist'),
      leadId: lead._id,
      type: 'message_received',
      actor: { type: 'customer', name: enquiry.name },
      to: answer.channel,
      occurredAt: at,
    });
    await recordEvents(services, dealership._id, lead.test, [
      { type: 'message.created', data: { lead_id: lead._id, message_id: siblingId(arrival._id, 'msg') } },
      { type: 'lead.updated', data: { lead_id: lead._id } },
    ]);
    if (messages.length + alerts.length > 1) services.wake();
  };
}
