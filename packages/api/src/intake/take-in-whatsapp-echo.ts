import mongoose from 'mongoose';
import { e164OfWaId } from '../channels/whatsapp/e164-of-wa-id.ts';
import { afterSent } from '../delivery/after-sent.ts';
import { recordEvents } from '../events/record-events.ts';
import type { ArrivalRecord } from '../features/arrivals/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Person } from '../features/leads/person-model.ts';
import { takeOver } from '../features/leads/take-over.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { contactKeys } from './find-person.ts';
import type { Worked } from './take-in-arrival.ts';
import type { WhatsAppEchoPayload } from './whatsapp-payload.ts';
import { blankMessage, insertMessages } from './write-messages.ts';

/** Whoever holds the phone; Meta does not tell who that is. */
const WRITER = 'WhatsApp Business app';

async function findLead(phone: string): Promise<LeadRecord | null> {
  const keys = contactKeys({ email: null, phone, test: false });
  const person = await Person.findOne({ contact_keys: mongoose.trusted({ $in: keys }) }).lean();
  if (!person) return null;
  return Lead.findOne({ _id: person.current_lead_id, deleted_at: null }).lean<LeadRecord>();
}

async function writeMessage(
  arrival: ArrivalRecord,
  payload: WhatsAppEchoPayload,
  lead: LeadRecord,
  phone: string,
): Promise<MessageRecord | null> {
  const seconds = payload.writtenAtSeconds;
  const received = arrival.received_at.getTime();
  const writtenAt = new Date(seconds === null ? received : Math.min(seconds * 1000, received));
  const id = siblingId(arrival._id, 'msg');
  await insertMessages([
    blankMessage({
      _id: id,
      lead_id: lead._id,
      test: lead.test,
      sender_type: 'human',
      sender_name: WRITER,
      channel: 'whatsapp',
      purpose: 'manual',
      send_key: `echo:${arrival._id}`,
      state: 'sent',
      text: payload.media === null ? payload.text : `${payload.text}\n\n[${payload.media.kind}]`.trim(),
      recipient: phone,
      arrival_id: arrival._id,
      provider_id: payload.messageId,
      whatsapp: { number_id: payload.numberId, customer: payload.customer, written_at: null },
      created_at: writtenAt,
      sent_at: writtenAt,
    }),
  ]);
  return Message.findOne({ _id: id }).lean<MessageRecord>();
}

/**
 * Puts what was written on the phone into the conversation, and silences the assistant in it like any other message of a
 * person. Run again, it finds what it did before. What is written to people who are no lead is nobody's business here.
 */
export async function takeInWhatsAppEcho(
  services: Services,
  arrival: ArrivalRecord,
  payload: WhatsAppEchoPayload,
  dealership: DealershipRecord,
): Promise<Worked> {
  const phone = e164OfWaId(payload.customer);
  const lead = phone === null ? null : await findLead(phone);
  if (!lead || phone === null) {
    const verdict = { reasons: ['Written on the phone to somebody who is no lead'] };
    return { outcome: 'not_a_lead', leadId: null, verdict, lead: null, finish: async () => undefined };
  }
  // First the silence of the assistant, then the message: a reply that is being written now finds it before it is sent.
  await takeOver(services, lead, { type: 'user', name: WRITER });
  const message = await writeMessage(arrival, payload, lead, phone);
  const finish = async () => {
    if (message?.sent_at) await afterSent(services, message, lead, dealership, message.sent_at);
    await recordEvents(services, dealership._id, lead.test, [
      { type: 'message.created', data: { lead_id: lead._id, message_id: siblingId(arrival._id, 'msg') } },
      { type: 'lead.updated', data: { lead_id: lead._id } },
    ]);
  };
  return { outcome: 'message_added', leadId: lead._id, verdict: {}, lead: null, finish };
}
