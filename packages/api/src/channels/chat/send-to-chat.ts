import mongoose from 'mongoose';
import { chatSettings } from '../../features/chat/chat-settings.ts';
import { ChatSession } from '../../features/chat/model.ts';
import { tellChat } from '../../features/chat/tell-chat.ts';
import { findDealership } from '../../features/dealership/find-dealership.ts';
import { Message, type MessageRecord } from '../../features/messages/model.ts';
import { after, MINUTE_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import type { SendResult } from '../send-result.ts';
import { publishChatMessage } from './publish-chat-message.ts';

/**
 * Puts what the same colleagues wrote before, and another worker is about to send, into the chat first: said in order,
 * read in order. Its own worker finds it there. What keeps a person's message from being sent keeps all of the lead.
 */
async function publishEarlier(sessionId: string, message: MessageRecord): Promise<void> {
  const onTheirWay = await Message.find({
    lead_id: message.lead_id,
    channel: 'chat',
    sender_type: 'human',
    'chat.session_id': sessionId,
    state: mongoose.trusted({ $in: ['pending', 'sending'] }),
    created_at: mongoose.trusted({ $lte: message.created_at }),
  })
    .sort({ created_at: 1, _id: 1 })
    .lean<MessageRecord[]>();
  for (const { _id: id } of onTheirWay) {
    if (id === message._id) return;
    await publishChatMessage(sessionId, id);
  }
}

/**
 * Puts a message of ours into its chat. That is all there is to sending it; sent again, it is there already. From now on
 * it waits to be read, and goes out by mail when the visitor has gone.
 */
export async function sendToChat(services: Services, sessionId: string, message: MessageRecord): Promise<SendResult> {
  const isHuman = message.sender_type === 'human';
  if (isHuman) await publishEarlier(sessionId, message);
  const session = await publishChatMessage(sessionId, message._id);
  if (!session) return { state: 'failed', reason: 'The chat is gone' };
  const dealership = await findDealership(message.dealership_id);
  const minutes = dealership ? chatSettings(dealership).email_after_minutes : 0;
  await ChatSession.updateOne(
    { _id: sessionId },
    {
      ...(minutes > 0 ? { mail_waiting: true, mail_due_at: after(services.clock.now(), minutes * MINUTE_MS) } : {}),
      ...(isHuman ? { staff_typing: null, awaits_person: false } : {}),
      expires_at: null,
    },
  );
  await tellChat(services, session);
  return { state: 'sent', providerId: message._id };
}
