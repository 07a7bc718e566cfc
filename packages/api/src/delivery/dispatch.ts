import { isPublished } from '../channels/chat/publish-chat-message.ts';
import { sendToChat } from '../channels/chat/send-to-chat.ts';
import type { OutgoingMail } from '../channels/email/outgoing-mail.ts';
import { mailEnvelope, mailHeaders, UnsendableMail } from '../channels/email/outgoing-mail.ts';
import type { SendResult } from '../channels/send-result.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { Outbox } from '../features/outbox/model.ts';
import { isSandbox } from '../features/sandbox/sandbox-id.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import type { Envelope } from './build-envelope.ts';
import { recogniseSms } from './recognise-sms.ts';
import { sendWhatsApp } from './send-whatsapp.ts';
import type { OutboxEnvelope } from './transports.ts';

function headersOf(mail: OutgoingMail): Record<string, string> {
  const { 'Message-Id': messageId, ...others } = mailHeaders(mail);
  return { 'Message-ID': messageId ?? mail.messageId, ...others };
}

type Posted = Exclude<Envelope, { channel: 'chat' }>;

/** The outbox shows a mail as one text: what is in its files stands below. */
function textWithFiles({ text, attachments = [] }: OutgoingMail): string {
  return [text, ...attachments.map(({ name, content }) => `--- ${name} ---\n${content}`)].join('\n\n');
}

function outboxEnvelope(envelope: Posted, smsFrom: string): OutboxEnvelope {
  if (envelope.channel === 'sms') {
    return {
      channel: 'sms',
      from: smsFrom,
      to: envelope.sms.to,
      subject: null,
      text: envelope.sms.text,
      html: null,
      headers: {},
    };
  }
  if (envelope.channel === 'whatsapp') {
    const { numberId, to, text } = envelope.whatsapp;
    return { channel: 'whatsapp', from: numberId, to: `+${to}`, subject: null, text, html: null, headers: {} };
  }
  const { mail } = envelope;
  return {
    channel: 'email',
    ...mailEnvelope(mail),
    text: textWithFiles(mail),
    html: mail.html,
    headers: headersOf(mail),
  };
}

async function toOutbox(services: Services, message: MessageRecord, envelope: Posted): Promise<SendResult> {
  const id = siblingId(message._id, 'out');
  try {
    await Outbox.insertMany(
      [
        {
          _id: id,
          message_id: message._id,
          lead_id: message.lead_id,
          audience: message.audience,
          ...outboxEnvelope(envelope, services.sms.from),
          sent_at: services.clock.now(),
        },
      ],
      { lean: true },
    );
  } catch (error) {
    if (error instanceof UnsendableMail) return { state: 'failed', reason: error.message };
    // It is there already: sent once, which is all that was asked for.
    if (!isDuplicateKey(error)) throw error;
  }
  return { state: 'sent', providerId: id };
}

const isTest = (message: Pick<MessageRecord, 'test' | 'dealership_id'>) =>
  message.test || isSandbox(message.dealership_id);

/** Whether a message goes to the outbox instead of to a provider: none is configured, or the lead is a test. */
export function goesToOutbox(
  services: Services,
  message: Pick<MessageRecord, 'test' | 'channel' | 'dealership_id'>,
): boolean {
  if (message.channel === 'whatsapp') return isTest(message) || services.graph === null;
  if (message.channel === 'chat') return false;
  const transport = message.channel === 'sms' ? services.sms : services.email;
  return isTest(message) || transport.kind === 'none';
}

/** Hands a message to its provider, or to the outbox; an error that is thrown means that it was not handed over. */
export async function dispatch(services: Services, message: MessageRecord, envelope: Envelope): Promise<SendResult> {
  if (envelope.channel === 'chat') return sendToChat(services, envelope.sessionId, message);
  if (goesToOutbox(services, message)) {
    // In production an outbox would only look like sending.
    if (services.env.nodeEnv === 'production' && !isTest(message))
      return { state: 'failed', reason: `No ${envelope.channel} provider is connected` };
    return toOutbox(services, message, envelope);
  }
  if (envelope.channel === 'whatsapp') return sendWhatsApp(services, envelope.whatsapp);
  return envelope.channel === 'sms' ? services.sms.send(envelope.sms) : services.email.send(envelope.mail);
}

/** Asks whether a message whose fate is unknown went out after all. */
export async function wasDispatched(services: Services, message: MessageRecord): Promise<boolean> {
  const since = message.dispatched_at ?? message.created_at;
  if (message.channel === 'chat') return isPublished(message.chat?.session_id ?? '', message._id);
  if (goesToOutbox(services, message)) return (await Outbox.exists({ _id: siblingId(message._id, 'out') })) !== null;
  // WhatsApp cannot be asked: its own report of the message, if one comes, is what proves it.
  if (message.channel === 'whatsapp') return message.provider_id !== null;
  if (message.channel === 'sms') return recogniseSms(services, message, since);
  return (await services.email.findSent({ messageId: message.message_id ?? '', since })) === 'found';
}
