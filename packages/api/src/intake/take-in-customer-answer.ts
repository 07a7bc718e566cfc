import type { InboundMail } from '../channels/email/parse-inbound-mail.ts';
import { recordEvents } from '../events/record-events.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { cancelFollowUps } from '../features/follow-ups/cancel-follow-ups.ts';
import { addHistory } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { siblingId } from '../lib/ids.ts';
import { searchTerms } from '../lib/search-terms.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { noteReopening, previewOf } from './write-lead.ts';
import { inboundMessage, insertMessages, pendingReply } from './write-messages.ts';

const ANSWERED = 'The customer answered';

function asEnquiry(arrival: ArrivalRecord, mail: InboundMail, text: string, lead: LeadRecord): Enquiry {
  return {
    arrivalId: arrival._id,
    source: 'email',
    sourceDetail: mail.recipient,
    channel: 'email',
    test: lead.test,
    receivedAt: arrival.received_at,
    name: mail.from?.name ?? lead.customer.name,
    email: lead.customer.email,
    phone: lead.customer.phone,
    message: text,
    subject: mail.subject || null,
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
    messageId: mail.messageId,
    references: mail.references,
  };
}

/** A machine is never answered, nor is an address that the lead does not know: the recipient stays who it was. */
function mayAnswer(mail: InboundMail, lead: LeadRecord, text: string): boolean {
  const sender = mail.from?.email ?? '';
  return (
    text.trim() !== '' &&
    !mail.automated &&
    lead.handled_by === 'assistant' &&
    lead.deleted_at === null &&
    lead.customer.emails.includes(sender)
  );
}

/** Adds a customer's answer to its conversation and calls off what was waiting for their silence. */
export async function takeInCustomerAnswer(
  services: Services,
  arrival: ArrivalRecord,
  mail: InboundMail,
  attachmentNote: string,
  lead: LeadRecord,
  dealership: DealershipRecord,
): Promise<() => Promise<void>> {
  const enquiry = asEnquiry(arrival, mail, (mail.text || mail.fullText) + attachmentNote, lead);
  const messages = [inboundMessage(enquiry, lead._id)];
  const answer = mayAnswer(mail, lead, mail.text);
  if (answer) messages.push(pendingReply(enquiry, lead._id, 'further'));
  await insertMessages(messages);
  // A machine that answers for the customer does not end their silence.
  const reopened = lead.status === 'lost' && !mail.automated;
  if (reopened) await noteReopening(lead, enquiry, ANSWERED);
  const at = arrival.received_at;
  await Lead.updateOne(
    { _id: lead._id },
    {
      $set: {
        preview: previewOf(enquiry.message),
        unread: true,
        updated_at: at,
        ...(mail.automated ? {} : { give_up_at: null }),
        ...(lead.subject === null && mail.subject ? { subject: mail.subject } : {}),
        ...(reopened ? { status: 'contacted', status_reason: ANSWERED } : {}),
      },
      $max: { last_activity_at: at },
      $addToSet: { search_terms: { $each: searchTerms(enquiry.message).slice(0, 100) } },
      $inc: { version: 1 },
    },
  );
  return async () => {
    if (!mail.automated)
      await cancelFollowUps(services, { id: lead._id, dealershipId: dealership._id, test: lead.test }, ANSWERED);
    await addHistory({
      id: siblingId(arrival._id, 'hist'),
      leadId: lead._id,
      type: 'message_received',
      actor: { type: 'customer', name: enquiry.name },
      to: 'email',
      occurredAt: at,
    });
    await recordEvents(services, dealership._id, lead.test, [
      { type: 'message.created', data: { lead_id: lead._id, message_id: siblingId(arrival._id, 'msg') } },
      { type: 'lead.updated', data: { lead_id: lead._id } },
    ]);
    if (answer) services.wake();
  };
}
