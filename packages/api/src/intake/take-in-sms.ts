import { readSmsCommand, type SmsCommand } from '../channels/sms/read-sms-command.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import type { Enquiry } from './enquiry.ts';
import { findLeadByContact } from './find-lead-by-contact.ts';
import { hasOpened } from './has-opened.ts';
import { obeyNumberCommand } from './obey-number-command.ts';
import type { SmsPayload } from './sms-payload.ts';
import type { Worked } from './take-in-arrival.ts';
import { takeInCustomerAnswer } from './take-in-customer-answer.ts';
import { takeInEnquiry } from './take-in-enquiry.ts';

const SAID: Record<SmsCommand, string> = {
  stop: 'Asked for no more messages',
  start: 'Asked for messages again',
  help: 'Asked who writes',
};

/** The conversation an SMS goes on with: the person's present lead, if anything was ever sent to this number in it. */
async function findConversation(payload: SmsPayload, arrival: ArrivalRecord): Promise<LeadRecord | null> {
  const lead = await findLeadByContact({ email: null, phone: payload.from, test: arrival.test });
  if (!lead || hasOpened(lead, arrival._id)) return null;
  const written = await Message.exists({
    lead_id: lead._id,
    audience: 'customer',
    channel: 'sms',
    direction: 'outbound',
  });
  return written ? lead : null;
}

function textOf(payload: SmsPayload): string {
  return payload.media.length === 0 ? payload.text : `${payload.text}\n\n[${payload.media.join(', ')}]`.trim();
}

function enquiryOf(arrival: ArrivalRecord, payload: SmsPayload, dealership: DealershipRecord): Enquiry {
  return {
    arrivalId: arrival._id,
    source: 'sms',
    sourceDetail: payload.to,
    channel: 'sms',
    test: arrival.test,
    receivedAt: arrival.received_at,
    name: null,
    email: null,
    phone: payload.from,
    message: textOf(payload),
    subject: null,
    vehicleInterest: null,
    vehicleId: null,
    language: dealership.language,
    sourceUrl: null,
    utm: {},
    consents: [],
    tags: [],
    metadata: {},
    handledBy: arrival.promoted || payload.text.trim() === '' ? 'human' : 'assistant',
    quiet: false,
    writtenDownBy: null,
    messageId: null,
    references: [],
  };
}

/**
 * Puts an SMS into the conversation it goes on with, or makes a lead of it. A STOP, START or HELP is obeyed first and is
 * never an enquiry; Twilio answers it, so nothing of ours is sent.
 */
export async function takeInSms(
  services: Services,
  arrival: ArrivalRecord,
  payload: SmsPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const command = readSmsCommand(payload.text, payload.optOutType);
  await obeyNumberCommand(services, command, payload.from);
  const verdict = command === null ? {} : { reasons: [SAID[command]] };
  const lead = await findConversation(payload, arrival);
  if (lead) {
    const answer = {
      channel: 'sms' as const,
      sourceDetail: payload.to,
      name: null,
      text: textOf(payload),
      subject: null,
      messageId: null,
      references: [],
      automated: false,
      command: command !== null,
      wantsReply: command === null && payload.text.trim() !== '' && lead.customer.phones.includes(payload.from),
      replyTo: payload.from,
    };
    const finish = await takeInCustomerAnswer(services, arrival, answer, lead, dealership);
    return { outcome: 'message_added', leadId: lead._id, verdict, lead: null, finish };
  }
  if (command !== null && !arrival.promoted)
    return { outcome: 'not_a_lead', leadId: null, verdict, lead: null, finish: async () => undefined };
  return takeInEnquiry(services, arrival.dealership_id, enquiryOf(arrival, payload, dealership));
}
