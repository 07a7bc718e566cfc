import { isDuplicateKey } from '../database/duplicate-key.ts';
import { insertRecords } from '../database/insert-records.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { newId, siblingId } from '../lib/ids.ts';
import type { Enquiry } from './enquiry.ts';

type NewMessage = Omit<MessageRecord, 'dealership_id'>;

/** Everything a message has before anybody has done anything with it. */
export function blankMessage(
  fields: Pick<NewMessage, '_id' | 'lead_id' | 'test' | 'send_key' | 'channel' | 'purpose' | 'created_at'> &
    Partial<NewMessage>,
): NewMessage {
  return {
    audience: 'customer',
    direction: 'outbound',
    sender_type: 'ai',
    sender_name: null,
    state: 'pending',
    state_reason: null,
    text: null,
    html: null,
    subject: null,
    language: null,
    written_by: null,
    claims: [],
    recipient: null,
    arrival_id: null,
    attachments: [],
    attachments_left_out: 0,
    chat: null,
    step: null,
    message_id: null,
    in_reply_to: null,
    references: [],
    provider_id: null,
    dispatched_at: null,
    due_at: fields.created_at,
    owner: null,
    lease_until: null,
    fence: 0,
    attempts: 0,
    sent_at: null,
    ...fields,
  };
}

/** Inserts messages; one whose send key is there already is left as it is. */
export async function insertMessages(messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  try {
    await insertRecords(Message, messages);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

function chatOf({ chat, arrivalId }: Enquiry): MessageRecord['chat'] {
  if (!chat) return null;
  const asked = chat.asksForPerson ? { person_asked_in: siblingId(arrivalId, 'msg') } : {};
  return { session_id: chat.sessionId, client_id: chat.clientId, up_to: null, ...asked };
}

/**
 * Who wrote in the chat, by WhatsApp or SMS, or called, is answered there; everybody else by mail, if they left an
 * address. Whoever asked is answered, even where somebody else of the same household opened the lead.
 */
function wayBack(enquiry: Enquiry): Pick<NewMessage, 'channel' | 'recipient' | 'chat' | 'whatsapp'> {
  const none = { chat: null, whatsapp: null };
  if (enquiry.chat) {
    const { sessionId } = enquiry.chat;
    const chat = { session_id: sessionId, client_id: null, up_to: null };
    return { ...none, channel: 'chat', recipient: sessionId, chat };
  }
  const recipient = enquiry.phone?.startsWith('+') ? enquiry.phone : null;
  if (enquiry.whatsapp)
    return { ...none, channel: 'whatsapp', recipient, whatsapp: { ...enquiry.whatsapp, written_at: null } };
  const bySms = enquiry.channel === 'sms' || enquiry.channel === 'phone' || !enquiry.email;
  return bySms ? { ...none, channel: 'sms', recipient } : { ...none, channel: 'email', recipient: enquiry.email };
}

/** What the customer wrote, as a message of the conversation. */
export function inboundMessage(enquiry: Enquiry, leadId: string): NewMessage {
  return blankMessage({
    _id: siblingId(enquiry.arrivalId, 'msg'),
    lead_id: leadId,
    test: enquiry.test,
    direction: 'inbound',
    sender_type: 'customer',
    sender_name: enquiry.name,
    channel: enquiry.channel,
    purpose: 'enquiry',
    send_key: `in:${enquiry.arrivalId}`,
    state: 'received',
    text: enquiry.message,
    subject: enquiry.subject,
    arrival_id: enquiry.arrivalId,
    attachments: [...(enquiry.attachments ?? [])],
    attachments_left_out: enquiry.attachmentsLeftOut ?? 0,
    chat: chatOf(enquiry),
    message_id: enquiry.messageId,
    references: enquiry.references,
    whatsapp: enquiry.whatsapp ?? null,
    created_at: enquiry.receivedAt,
    sent_at: enquiry.receivedAt,
  });
}

/**
 * The place of the answer: found by the worker, which then reads the enquiry, assigns it, alerts the rep and writes.
 * A lead's first answer has one key whichever enquiry asks for it, so that there is only one.
 */
export function pendingReply(enquiry: Enquiry, leadId: string, kind: 'first' | 'further'): NewMessage {
  const createdAt = new Date(enquiry.receivedAt.getTime() + 1);
  return blankMessage({
    // The unique send key is what keeps it single; the id only has to sort behind the question.
    _id: newId('msg', createdAt),
    lead_id: leadId,
    test: enquiry.test,
    ...wayBack(enquiry),
    purpose: 'reply',
    send_key: kind === 'first' ? `reply:${leadId}` : `reply:${enquiry.arrivalId}`,
    arrival_id: enquiry.arrivalId,
    created_at: createdAt,
    due_at: enquiry.receivedAt,
  });
}

/** The place of what the CRM gets of a lead: one key for each lead, so that there is only one. */
export function crmDelivery(enquiry: Enquiry, leadId: string): NewMessage {
  return blankMessage({
    _id: newId('msg', enquiry.receivedAt),
    lead_id: leadId,
    test: enquiry.test,
    audience: 'staff',
    channel: 'email',
    purpose: 'crm',
    send_key: `crm:${leadId}`,
    arrival_id: enquiry.arrivalId,
    created_at: enquiry.receivedAt,
  });
}
