import mongoose from 'mongoose';
import { composeMissedCall } from '../answering/replies/compose-missed-call.ts';
import type { QuestionTopic } from '../answering/replies/qualification-questions.ts';
import type { ConversationTurn } from '../answering/types.ts';
import { writeReply } from '../answering/write-reply.ts';
import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import { ChatSession } from '../features/chat/model.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { modelFor } from '../features/sandbox/model-for.ts';
import type { Services } from '../services.ts';
import { attendEnquiry } from './attend-enquiry.ts';
import { arrivalsToAnswer, withBurst } from './burst.ts';
import { escalateWriting } from './escalate-writing.ts';
import { finishReply } from './finish-reply.ts';
import { knowledgeForReply, noteUnanswered } from './knowledge-for-reply.ts';
import type { ReadEnquiry } from './read-enquiry.ts';
import { haveSameReader } from './recipient-of.ts';
import { asks, nextQuestion, type ReplySituation, replyRequest } from './reply-request.ts';

const MAX_TURNS = 30;

/** Words to be stored with a message, and why a person has to see them first; null where nobody has to. */
export interface Composed {
  words: Partial<MessageRecord>;
  draftReason: string | null;
}

const SAID: readonly string[] = ['received', 'pending', 'sending', 'sent', 'delivered', 'read', 'unknown'];

/** What was said, as the answering layer reads it: drafts and what did not go out were not. */
export function turnsOf(messages: readonly MessageRecord[]): ConversationTurn[] {
  return messages
    .filter((message) => message.text !== null && message.text !== '' && SAID.includes(message.state))
    .map((message) => ({
      from: message.direction === 'inbound' ? 'customer' : message.sender_type === 'human' ? 'human' : 'assistant',
      text: message.text ?? '',
    }));
}

/** Ids of the qualification questions that the customer was asked. */
export function askedIn(conversation: readonly MessageRecord[]): string[] {
  return conversation.flatMap(({ question_id, state }) => (SAID.includes(state) && question_id) || []);
}

type Writing = Pick<MessageRecord, '_id' | 'channel' | 'chat'>;

async function chatFilter({ chat }: Writing): Promise<Record<string, unknown>> {
  const session = await ChatSession.findOne({ _id: chat?.session_id ?? '' }, { proven_arrivals: 1 }).lean();
  const proven = mongoose.trusted({ $in: session?.proven_arrivals ?? [] });
  return {
    $or: mongoose.trusted([{ 'chat.session_id': chat?.session_id }, { arrival_id: proven, direction: 'inbound' }]),
  };
}

/**
 * The conversation of a lead as the worker reads it, oldest first, without the message that is being written. What is
 * written into a chat is written from what was said in it: who chats has not shown that the mails are theirs too.
 * Without a message it is all of it, for a colleague.
 */
export async function readConversation(leadId: string, writing: Writing | null): Promise<MessageRecord[]> {
  const chatOnly = writing?.channel === 'chat' ? await chatFilter(writing) : {};
  const newest = await Message.find({ lead_id: leadId, audience: 'customer', ...chatOnly })
    .sort({ created_at: -1, _id: -1 })
    .limit(MAX_TURNS)
    .lean<MessageRecord[]>();
  return newest.filter((message) => message._id !== writing?._id).reverse();
}

/** The topic the assistant asked about last before a question came, when nobody spoke in between. */
function lastQuestion(before: readonly MessageRecord[], dealership: DealershipRecord): QuestionTopic | null {
  const last = before.findLast(({ direction, state }) => direction === 'outbound' && SAID.includes(state));
  if (!last?.question_id) return null;
  return assistantSettings(dealership).questions.find(({ id }) => id === last.question_id)?.topic ?? null;
}

/** What a message of the assistant answers: what brought it, else what the customer wrote last. */
function questionOf(message: MessageRecord, conversation: readonly MessageRecord[]): MessageRecord | null {
  return (
    conversation.find((turn) => turn.direction === 'inbound' && turn.arrival_id === message.arrival_id) ??
    conversation.findLast((turn) => turn.direction === 'inbound') ??
    null
  );
}

/** What the customer asked on: by it the dealership's settings for a channel apply. */
export function channelOf(message: MessageRecord, conversation: readonly MessageRecord[]): string {
  return questionOf(message, conversation)?.channel ?? message.channel;
}

/** Tells which other messages of ours its reader reads; a follow-up speaks to the lead as a whole. */
function sharesReader(message: MessageRecord, lead: LeadRecord): (other: MessageRecord) => boolean {
  return (other) => message.purpose !== 'reply' || haveSameReader(lead, message, other);
}

/** What an answer tells of itself that is written from a conversation; nothing of a follow-up. */
export function answeredBy(
  message: MessageRecord,
  lead: LeadRecord,
  conversation: readonly MessageRecord[],
): Pick<MessageRecord, 'answered_arrivals'> {
  if (message.purpose !== 'reply') return {};
  const question = questionOf(message, conversation);
  return { answered_arrivals: arrivalsToAnswer(question, conversation, sharesReader(message, lead)) };
}

/** Finds out what is asked, and who should know. */
export async function attend(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  conversation: readonly MessageRecord[],
  dealership: DealershipRecord,
): Promise<ReadEnquiry> {
  const question = questionOf(message, conversation);
  const isReply = message.purpose === 'reply';
  const whole = question === null ? null : withBurst(question, conversation, sharesReader(message, lead));
  // A follow-up brings no new words of the customer: what they wrote before answers nothing that was asked since.
  const before = isReply && question !== null ? conversation.slice(0, conversation.indexOf(question)) : [];
  return attendEnquiry(services, message, lead, whole, dealership, lastQuestion(before, dealership));
}

function missedCallWords(dealership: DealershipRecord): Partial<MessageRecord> {
  const { name, language, assistant } = dealership;
  const text = composeMissedCall(language, { name, assistantName: assistant.name });
  return { text, language, written_by: 'rules', claims: [], sender_name: assistant.name };
}

/** Whether the readers of these have been told that an assistant writes. */
function wasTold(conversation: readonly MessageRecord[]): boolean {
  const reached: readonly string[] = ['sent', 'delivered', 'read'];
  return conversation.some(
    ({ sender_type, state, disclosed }) => sender_type === 'ai' && reached.includes(state) && disclosed !== false,
  );
}

/** Whether a message of ours has reached the customer. */
export function isOurs({ direction, state }: MessageRecord): boolean {
  return direction === 'outbound' && ['sent', 'delivered', 'read'].includes(state);
}

/** Chooses the words of an assistant's message, from stock as it is now. Never throws for want of a model. */
export async function composeMessage(
  services: Services,
  message: MessageRecord,
  read: ReadEnquiry,
  conversation: readonly MessageRecord[],
  dealership: DealershipRecord,
): Promise<Composed> {
  const { lead, understanding, stock, readAt } = read;
  const askedOn = channelOf(message, conversation);
  if (message.purpose === 'reply' && askedOn === 'phone')
    return { words: missedCallWords(dealership), draftReason: null };
  const channel = message.channel === 'sms' ? 'sms' : 'email';
  const turns = turnsOf(conversation);
  const known = await knowledgeForReply(services, read, turns, dealership);
  const situation: ReplySituation = {
    purpose: message.purpose === 'follow_up' ? 'follow_up' : 'reply',
    step: message.step,
    channel,
    askedOn,
    dealership,
    lead,
    understanding,
    stock,
    conversation: turns,
    knowledge: known.facts,
    asked: askedIn(conversation),
    now: services.clock.now(),
  };
  const request = replyRequest(situation);
  const reply = await writeReply(request, {
    model: modelFor(services, message.dealership_id),
    budget: services.budget,
    logger: services.logger,
    now: () => services.clock.now(),
  });
  await escalateWriting(services, message, lead, dealership, reply);
  await noteUnanswered(services, read, message, known.open, reply);
  const question = nextQuestion(situation);
  const toThem = conversation.filter((other) => haveSameReader(lead, message, other));
  const words = {
    ...finishReply(reply, { channel: message.channel, first: !toThem.some(isOurs), told: wasTold(toThem) }, dealership),
    subject: lead.subject ?? reply.subject,
    language: reply.language,
    written_by: reply.writtenBy,
    written_at: readAt,
    claims: reply.claims.map((claim) => ({ claim: claim.claim, source: claim.source, source_id: claim.sourceId })),
    sender_name: dealership.assistant.name,
    question_id: question !== null && asks(reply.text, request.style?.question ?? {}) ? question.id : null,
  };
  const forbidden = reply.forbidden ?? [];
  return {
    words,
    draftReason: forbidden.length === 0 ? null : `It holds words you never want: ${forbidden.join(', ')}`,
  };
}
