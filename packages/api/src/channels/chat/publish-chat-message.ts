import mongoose from 'mongoose';
import { ChatSession, type ChatSessionRecord } from '../../features/chat/model.ts';

/**
 * Puts a message at the end of a chat, once: from here on the visitor's stream has it, at a position that never changes.
 * Answers the chat as it is then; `null` when there is none.
 */
export async function publishChatMessage(sessionId: string, messageId: string): Promise<ChatSessionRecord | null> {
  const published = await ChatSession.findOneAndUpdate(
    { _id: sessionId, log: mongoose.trusted({ $ne: messageId }) },
    { $push: { log: messageId }, $set: { expires_at: null } },
    { returnDocument: 'after' },
  ).lean<ChatSessionRecord>();
  return published ?? ChatSession.findOne({ _id: sessionId }).lean<ChatSessionRecord>();
}

/** Whether a message is part of a chat already. */
export async function isPublished(sessionId: string, messageId: string): Promise<boolean> {
  return (await ChatSession.exists({ _id: sessionId, log: messageId })) !== null;
}
