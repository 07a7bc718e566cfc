import mongoose from 'mongoose';
import { ChatSession } from '../features/chat/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import { isOvertaken, OVERTAKEN } from './burst.ts';
import { isSuppressed } from './suppression.ts';

/** More automatic messages than this in a day to one lead are two machines talking to each other. */
const MAX_AUTOMATIC_PER_DAY = 6;
/** In a chat people say one thing at a time. */
const MAX_AUTOMATIC_IN_CHAT = 40;

export const DELETED = 'The lead was deleted';

interface SendQuestion {
  message: MessageRecord;
  lead: LeadRecord;
  dealership: DealershipRecord;
  recipient: string | null;
  now: Date;
}

/** A person has decided that it goes out: they wrote it, or let a draft out. */
function isWantedByPerson(message: MessageRecord): boolean {
  return message.sender_type === 'human' || (message.approved_by ?? null) !== null;
}

function unwantedByState({ message, lead, dealership }: SendQuestion): string | null {
  if (lead.deleted_at) return DELETED;
  if (isWantedByPerson(message) || message.purpose === 'chat_copy') return null;
  if (lead.handled_by === 'human') return 'A person answers this customer';
  if (message.purpose === 'follow_up' && lead.status !== 'contacted') return `The lead is ${lead.status}`;
  if (message.purpose === 'reply' && !dealership.assistant.auto_reply) return 'Automatic replies are off';
  if (lead.status === 'won' || lead.status === 'lost') return `The lead is ${lead.status}`;
  return null;
}

async function unwantedByConversation({ message, lead, now }: SendQuestion): Promise<string | null> {
  const recent = await Message.find(
    { lead_id: lead._id, audience: 'customer', created_at: mongoose.trusted({ $gt: after(now, -DAY_MS) }) },
    {
      ...{ direction: 1, audience: 1, sender_type: 1, channel: 1, recipient: 1 },
      ...{ state: 1, created_at: 1, purpose: 1, written_at: 1, arrival_id: 1, answered_arrivals: 1 },
    },
  )
    .sort({ created_at: 1, _id: 1 })
    .lean<MessageRecord[]>();
  const others = recent.filter((other) => other._id !== message._id);
  const later = others.filter((other) => other.created_at > message.created_at);
  if (later.some((other) => other.direction === 'outbound' && other.sender_type === 'human'))
    return 'A person has written meanwhile';
  if (isOvertaken(message, others, lead, now)) return OVERTAKEN;
  if (message.purpose === 'follow_up' && later.some((other) => other.direction === 'inbound'))
    return 'The customer answered';
  const inChat = message.channel === 'chat';
  const sent = recent.filter(
    (other) =>
      other.sender_type === 'ai' &&
      (other.channel === 'chat') === inChat &&
      ['sent', 'delivered', 'read'].includes(other.state),
  );
  const most = inChat ? MAX_AUTOMATIC_IN_CHAT : MAX_AUTOMATIC_PER_DAY;
  if (sent.length >= most) return 'Too many automatic messages in a day';
  return null;
}

/** What was read in the chat is not sent by mail as well. */
async function unwantedByReading({ chat }: MessageRecord): Promise<string | null> {
  const session = await ChatSession.findOne({ _id: chat?.session_id ?? '' }, { read: 1 }).lean();
  return session && session.read >= (chat?.up_to ?? 0) ? 'It was read in the chat' : null;
}

/** A follow-up that was called off after its message was queued stays called off. */
async function unwantedByCancellation({ message, lead }: SendQuestion): Promise<string | null> {
  if (message.purpose !== 'follow_up') return null;
  const followUp = await FollowUp.findOne({ lead_id: lead._id, step: message.step }).lean();
  return followUp?.state === 'cancelled' ? (followUp.state_reason ?? 'It was called off') : null;
}

/**
 * Tells why a message must not go out, or `null`. Asked before the words are chosen and again just before sending:
 * is it still wanted, has a person spoken, has the address asked for silence?
 */
export async function reasonNotToSend(question: SendQuestion): Promise<string | null> {
  const byState = unwantedByState(question);
  if (byState) return byState;
  const { message, recipient } = question;
  if (recipient === null)
    return `The customer left no ${message.channel === 'email' ? 'e-mail address' : 'mobile number'}`;
  const channel = message.channel === 'sms' || message.channel === 'whatsapp' ? message.channel : 'email';
  // Who writes in the chat is there to be answered.
  if (message.channel !== 'chat' && (await isSuppressed(channel, recipient)))
    return 'The customer asked for no more messages';
  if (message.purpose === 'chat_copy') return unwantedByReading(message);
  if (isWantedByPerson(message)) return null;
  return (await unwantedByCancellation(question)) ?? unwantedByConversation(question);
}
