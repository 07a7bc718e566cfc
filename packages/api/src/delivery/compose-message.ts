import mongoose from 'mongoose';
import { composeMissedCall } from '../answering/replies/compose-missed-call.ts';
import { toChatText } from '../answering/replies/to-chat-text.ts';
import type { ConversationTurn } from '../answering/types.ts';
import { writeReply } from '../answering/write-reply.ts';
import { ChatSession } from '../features/chat/model.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { isSandbox } from '../features/sandbox/sandbox-id.ts';
import type { Services } from '../services.ts';
import { attendEnquiry } from './attend-enquiry.ts';
import { knowledgeForReply, noteUnanswered } from './knowledge-for-reply.ts';
import type { ReadEnquiry } from './read-enquiry.ts';

const MAX_TURNS = 30;

function turnsOf(messages: readonly MessageRecord[]): ConversationTurn[] {
  return messages
    .filter(
      (message) =>
        message.text !== null && message.text !== '' && message.state !== 'cancelled' && message.state !== 'failed',
    )
    .map((message) => ({
      from: message.direction === 'inbound' ? 'customer' : message.sender_type === 'human' ? 'human' : 'assistant',
      text: message.text ?? '',
    }));
}

async function chatFilter({ chat }: MessageRecord): Promise<Record<string, unknown>> {
  const session = await ChatSession.findOne({ _id: chat?.session_id ?? '' }, { proven_arrivals: 1 }).lean();
  const proven = mongoose.trusted({ $in: session?.proven_arrivals ?? [] });
  return {
    $or: mongoose.trusted([{ 'chat.session_id': chat?.session_id }, { arrival_id: proven, direction: 'inbound' }]),
  };
}

/**
 * The conversation of a lead as the worker reads it, oldest first, without the message that is being written. What is
 * written into a chat is written from what was said in it: who chats has not shown that the mails are theirs too.
 */
export async function readConversation(leadId: string, writing: MessageRecord): Promise<MessageRecord[]> {
  const chatOnly = writing.channel === 'chat' ? await chatFilter(writing) : {};
  const newest = await Message.find({ lead_id: leadId, audience: 'customer', ...chatOnly })
    .sort({ created_at: -1, _id: -1 })
    .limit(MAX_TURNS)
    .lean<MessageRecord[]>();
  return newest.filter((message) => message._id !== writing._id).reverse();
}

/** Finds out what is asked, and who should know. */
export async function attend(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  conversation: readonly MessageRecord[],
  dealership: DealershipRecord,
): Promise<ReadEnquiry> {
  const question =
    conversation.find((turn) => turn.direction === 'inbound' && turn.arrival_id === message.arrival_id) ??
    conversation.findLast((turn) => turn.direction === 'inbound') ??
    null;
  return attendEnquiry(services, message, lead, question, dealership);
}

function missedCallWords(dealership: DealershipRecord): Partial<MessageRecord> {
  const { name, language, assistant } = dealership;
  const text = composeMissedCall(language, { name, assistantName: assistant.name });
  return { text, language, written_by: 'rules', claims: [], sender_name: assistant.name };
}

function isOurs({ direction, state }: MessageRecord): boolean {
  return direction === 'outbound' && ['sent', 'delivered', 'read'].includes(state);
}

/** Chooses the words of an assistant's message, from stock as it is now. Never throws for want of a model. */
export async function composeMessage(
  services: Services,
  message: MessageRecord,
  read: ReadEnquiry,
  conversation: readonly MessageRecord[],
  dealership: DealershipRecord,
): Promise<Partial<MessageRecord>> {
  const { lead, understanding, stock } = read;
  const question = conversation.findLast((turn) => turn.direction === 'inbound');
  const writtenAt = services.clock.now();
  if (message.purpose === 'reply' && question?.channel === 'phone') return missedCallWords(dealership);
  const turns = turnsOf(conversation);
  const known = await knowledgeForReply(services, read, turns, dealership);
  const reply = await writeReply(
    {
      purpose: message.purpose === 'follow_up' ? 'follow_up' : 'reply',
      step: message.step,
      dealership: dealershipFacts(dealership),
      customerName: lead.customer.name,
      language: understanding.language,
      understanding,
      conversation: turns,
      vehicle: stock.vehicle,
      alternatives: stock.alternatives,
      channel: message.channel === 'sms' ? 'sms' : 'email',
      now: writtenAt,
      vehicleInterest: stock.vehicle ? null : lead.vehicle_interest,
      customerSubject: lead.source === 'email' ? lead.subject : null,
      knowledge: known.facts,
    },
    {
      model: isSandbox(message.dealership_id) ? null : services.model,
      budget: services.budget,
      logger: services.logger,
      now: () => services.clock.now(),
    },
  );
  await noteUnanswered(services, read, message, known.open, reply);
  return {
    text: message.channel === 'chat' ? toChatText(reply.text, !conversation.some(isOurs)) : reply.text,
    subject: lead.subject ?? reply.subject,
    language: reply.language,
    written_by: reply.writtenBy,
    written_at: writtenAt,
    claims: reply.claims.map((claim) => ({ claim: claim.claim, source: claim.source, source_id: claim.sourceId })),
    sender_name: dealership.assistant.name,
  };
}
