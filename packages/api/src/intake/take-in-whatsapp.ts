import { readSmsCommand, type SmsCommand } from '../channels/sms/read-sms-command.ts';
import { e164OfWaId } from '../channels/whatsapp/e164-of-wa-id.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import { keepAttachments } from '../features/attachments/keep-attachments.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageAttachment, type MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { storeWhatsAppMedia } from './fetch-whatsapp-media.ts';
import { findLeadByContact } from './find-lead-by-contact.ts';
import type { Contact } from './find-person.ts';
import { hasOpened } from './has-opened.ts';
import { obeyNumberCommand } from './obey-number-command.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';
import { isWrittenTo, writeWaitingEchoes } from './waiting-echoes.ts';
import { type WhatsAppPayload, whatsAppText, whatsAppWrittenAt } from './whatsapp-payload.ts';

const SAID: Record<Exclude<SmsCommand, 'help'>, string> = {
  stop: 'Asked for no more messages',
  start: 'Asked for messages again',
};

/** STOP or START. Nobody answers a HELP here but us: it is a question like any other. */
function commandOf(payload: WhatsAppPayload): Exclude<SmsCommand, 'help'> | null {
  const command = payload.worded ? readSmsCommand(payload.text) : null;
  return command === 'help' ? null : command;
}

/** Obeys a STOP or START in a message of the current dealership. Run again, it changes nothing. */
export async function obeyWhatsAppCommand(services: Services, payload: WhatsAppPayload): Promise<void> {
  const phone = payload.customer === null ? null : e164OfWaId(payload.customer);
  if (phone !== null) await obeyNumberCommand(services, commandOf(payload), phone);
}

/** The conversation a message goes on with: the person's present lead, if anything was said by WhatsApp in it. */
async function findConversation(customer: Contact, arrival: ArrivalRecord): Promise<LeadRecord | null> {
  const lead = await findLeadByContact(customer);
  if (!lead || hasOpened(lead, arrival._id)) return null;
  return (await Message.exists({ lead_id: lead._id, audience: 'customer', channel: 'whatsapp' })) ? lead : null;
}

function threadOf(arrival: ArrivalRecord, payload: WhatsAppPayload): MessageRecord['whatsapp'] {
  if (payload.customer === null) return null;
  return { number_id: payload.numberId, customer: payload.customer, written_at: whatsAppWrittenAt(arrival, payload) };
}

function metadataOf({ referral }: WhatsAppPayload): Record<string, unknown> {
  if (referral === null) return {};
  const known = Object.entries({
    ad_id: referral.sourceId,
    ad_headline: referral.headline,
    ad_url: referral.sourceUrl,
    click_id: referral.clickId,
  }).filter(([, value]) => value !== null);
  return Object.fromEntries(known);
}

function enquiryOf(
  arrival: ArrivalRecord,
  payload: WhatsAppPayload,
  attachments: readonly MessageAttachment[],
  phone: string | null,
  dealership: DealershipRecord,
  isHeldOnPhone: boolean,
): Enquiry {
  return {
    arrivalId: arrival._id,
    source: 'whatsapp',
    sourceDetail: payload.referral?.headline ?? payload.numberId,
    channel: 'whatsapp',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: payload.name,
    email: null,
    phone,
    message: whatsAppText(payload, attachments),
    subject: null,
    vehicleInterest: payload.referral?.headline ?? null,
    vehicleId: null,
    language: dealership.language,
    sourceUrl: payload.referral?.sourceUrl ?? null,
    utm: {},
    consents: [],
    tags: [],
    metadata: metadataOf(payload),
    handledBy: arrival.promoted || !payload.worded || phone === null || isHeldOnPhone ? 'human' : 'assistant',
    quiet: false,
    writtenDownBy: null,
    messageId: null,
    references: [],
    attachments,
    whatsapp: threadOf(arrival, payload),
  };
}

/**
 * Puts a WhatsApp message into the conversation it goes on with, or makes a lead of it. A STOP or START is obeyed first,
 * is never an enquiry, and is not answered.
 * @throws TryLater while Meta does not give out the file that came with it
 */
export async function takeInWhatsApp(
  services: Services,
  arrival: ArrivalRecord,
  payload: WhatsAppPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  await obeyWhatsAppCommand(services, payload);
  const command = commandOf(payload);
  const phone = payload.customer === null ? null : e164OfWaId(payload.customer);
  const verdict = command === null ? {} : { reasons: [SAID[command]] };
  const customer = { email: null, phone, whatsapp: threadOf(arrival, payload), test: arrival.test };
  const lead = await findConversation(customer, arrival);
  if (!lead && command !== null && !arrival.promoted)
    return { outcome: 'not_a_lead', leadId: null, verdict, lead: null, finish: async () => undefined };
  const attachments = await storeWhatsAppMedia(services, arrival, payload);
  if (lead) {
    const answer = {
      channel: 'whatsapp' as const,
      sourceDetail: payload.numberId,
      name: payload.name,
      text: whatsAppText(payload, attachments),
      subject: null,
      messageId: null,
      references: [],
      attachments,
      automated: false,
      command: command !== null,
      wantsReply: command === null && payload.worded && phone !== null,
      replyTo: phone,
      whatsapp: threadOf(arrival, payload),
    };
    const finish = await takeInCustomerAnswer(services, arrival, answer, lead, dealership);
    await keepAttachments(arrival, lead._id);
    return { outcome: 'message_added', leadId: lead._id, verdict, lead: null, finish };
  }
  const isHeldOnPhone = await isWrittenTo(services, customer);
  const enquiry = enquiryOf(arrival, payload, attachments, phone, dealership, isHeldOnPhone);
  const taken = await takeInEnquiry(services, arrival.dealership_id, enquiry);
  await keepAttachments(arrival, taken.leadId);
  const finishEchoes = await writeWaitingEchoes(services, customer, taken.leadId, dealership);
  return {
    ...taken,
    finish: async () => {
      await taken.finish();
      await finishEchoes();
    },
  };
}
