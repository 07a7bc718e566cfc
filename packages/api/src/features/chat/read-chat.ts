import mongoose from 'mongoose';
import { findDealership } from '../dealership/find-dealership.ts';
import { Lead } from '../leads/model.ts';
import { Message, type MessageRecord } from '../messages/model.ts';
import { chatAnsweredBy } from './chat-settings.ts';
import type { ChatSessionRecord } from './model.ts';

/** A message and its place in the chat, from 1. */
export interface PlacedMessage {
  position: number;
  message: MessageRecord;
}

/** A chat as its visitor may see it now. */
export interface ChatView {
  session: ChatSessionRecord;
  answeredBy: 'assistant' | 'human';
  typing: { from: 'assistant' | 'human'; name: string | null } | null;
}

/** Reads the messages behind a position, in the order of the chat. */
export async function readChatMessages(session: ChatSessionRecord, after: number): Promise<PlacedMessage[]> {
  const ids = session.log.slice(after);
  if (ids.length === 0) return [];
  const messages = await Message.find({ _id: mongoose.trusted({ $in: ids }) }).lean<MessageRecord[]>();
  const byId = new Map(messages.map((message) => [message._id, message]));
  return ids.flatMap((id, index) => {
    const message = byId.get(id);
    return message ? [{ position: after + index + 1, message }] : [];
  });
}

async function assistantWrites(session: ChatSessionRecord): Promise<string | null> {
  const writing = await Message.findOne(
    {
      lead_id: session.lead_id,
      audience: 'customer',
      purpose: 'reply',
      channel: 'chat',
      'chat.session_id': session._id,
      state: mongoose.trusted({ $in: ['pending', 'sending'] }),
    },
    { _id: 1 },
  ).lean();
  return writing === null ? null : writing._id;
}

/** Reads who answers a chat and who is writing in it. */
export async function readChatView(session: ChatSessionRecord, now: Date): Promise<ChatView> {
  const dealership = await findDealership(session.dealership_id);
  const choice = dealership ? chatAnsweredBy(dealership, now) : 'human';
  const lead = session.lead_id === null ? null : await Lead.findOne({ _id: session.lead_id }, { handled_by: 1 }).lean();
  const handledBy = lead?.handled_by === 'human' ? 'human' : 'assistant';
  const answeredBy = lead === null || session.log.length === 0 ? choice : handledBy;
  const { staff_typing: staff } = session;
  if (staff && staff.until > now) return { session, answeredBy, typing: { from: 'human', name: staff.name } };
  const writes = answeredBy === 'assistant' && lead !== null && (await assistantWrites(session)) !== null;
  const typing = writes ? { from: 'assistant' as const, name: dealership?.assistant.name ?? null } : null;
  return { session, answeredBy, typing };
}
