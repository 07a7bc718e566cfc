import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, SECOND_MS } from '../lib/clock.ts';
import { isNewer } from './is-newer.ts';
import { haveSameReader } from './recipient-of.ts';

/** However long a customer goes on writing, the assistant answers after this. */
const LONGEST_WAIT_MS = 45 * SECOND_MS;
const ANSWERED: readonly string[] = ['sent', 'delivered', 'read', 'sending', 'unknown'];

/** A draft answers the customer as far as the assistant goes: what comes after it begins anew. */
const DEALT_WITH: readonly string[] = [...ANSWERED, 'draft'];
/** More messages than anybody writes while the assistant waits. */
const MOST_IN_A_ROW = 50;

export const OVERTAKEN = 'A newer question is answered instead';

type Turn = Pick<MessageRecord, 'direction' | 'state' | 'created_at'>;

/** When the first of the messages came that led up to `until` one after the other and that nobody has answered. */
function burstBegan(turns: readonly Turn[], until: Date): Date {
  let began = until;
  for (const { direction, state, created_at } of turns.toReversed()) {
    if (direction === 'outbound' && DEALT_WITH.includes(state)) break;
    if (direction === 'outbound' || created_at > until) continue;
    if (began.getTime() - created_at.getTime() > LONGEST_WAIT_MS) break;
    began = created_at;
  }
  return began;
}

/**
 * When a further message of a customer is answered: after the dealership's moment of patience, so that several in a row
 * get one answer, but never later than 45 s after the first of them.
 */
export async function answerAt(
  dealership: Pick<DealershipRecord, 'assistant_settings'>,
  leadId: string,
  receivedAt: Date,
): Promise<Date> {
  const patienceMs = assistantSettings(dealership).burst_wait_seconds * SECOND_MS;
  if (patienceMs === 0) return receivedAt;
  const newest = await Message.find(
    { lead_id: leadId, audience: 'customer' },
    { direction: 1, state: 1, created_at: 1 },
  )
    .sort({ created_at: -1, _id: -1 })
    .limit(MOST_IN_A_ROW)
    .lean<Turn[]>();
  const latest = after(burstBegan(newest.reverse(), receivedAt), LONGEST_WAIT_MS);
  const wait = Math.min(receivedAt.getTime() + patienceMs, latest.getTime());
  return new Date(Math.max(wait, receivedAt.getTime()));
}

type Reply = Turn &
  Pick<
    MessageRecord,
    '_id' | 'purpose' | 'audience' | 'channel' | 'recipient' | 'written_at' | 'arrival_id' | 'answered_arrivals'
  >;

/**
 * Whether a newer answer answers what an older one would. Not where it was written while the older one seemed to be on its
 * way, or before the question of the older one was taken in.
 */
export function answersToo(
  { answered_arrivals }: Pick<MessageRecord, 'answered_arrivals'>,
  { arrival_id }: Pick<MessageRecord, 'arrival_id'>,
): boolean {
  return !answered_arrivals || arrival_id === null || answered_arrivals.includes(arrival_id);
}

/**
 * Whether a newer answer to the same reader makes this one needless: it answers what this one would. One with words of its
 * own, which the customer has waited for as long as they are let, goes out all the same while the newer has none.
 */
export function isOvertaken(
  message: Reply & Pick<MessageRecord, 'text'>,
  others: readonly Reply[],
  lead: LeadRecord,
  now: Date,
): boolean {
  if (message.purpose !== 'reply') return false;
  const newer = others.filter(
    (other) =>
      other.purpose === 'reply' &&
      other.state !== 'cancelled' &&
      isNewer(other, message) &&
      haveSameReader(lead, other, message) &&
      answersToo(other, message),
  );
  if (newer.length === 0) return false;
  if (message.text === null && !message.written_at) return true;
  const before = others.filter(({ created_at }) => created_at <= message.created_at);
  if (now < after(burstBegan(before, message.created_at), LONGEST_WAIT_MS)) return true;
  return newer.some(({ state, written_at }) => written_at || (state !== 'pending' && state !== 'sending'));
}

/** Whether an answer of ours goes to the reader of the one that is being written. */
type IsTheirs = (reply: MessageRecord) => boolean;

/** Ids of the arrivals that are answered to other readers. */
export function answeredElsewhere(conversation: readonly MessageRecord[], isTheirs: IsTheirs): Set<string | null> {
  const replies = conversation.filter(({ purpose, arrival_id }) => purpose === 'reply' && arrival_id !== null);
  return new Set(replies.filter((reply) => !isTheirs(reply)).map(({ arrival_id }) => arrival_id));
}

/**
 * The question with everything else since the last answer to its writer that is not answered, oldest first. What a
 * colleague writes answers everybody. A question that was taken in late stands before an answer that does not know it.
 */
function unanswered(
  question: MessageRecord | null,
  conversation: readonly MessageRecord[],
  isTheirs: IsTheirs,
): MessageRecord[] {
  const isAnswer = (turn: MessageRecord): boolean =>
    turn.direction === 'outbound' &&
    turn.purpose !== 'chat_copy' &&
    turn.text !== null &&
    ANSWERED.includes(turn.state) &&
    (turn.sender_type === 'human' || isTheirs(turn));
  const before = question === null ? conversation : conversation.slice(0, conversation.indexOf(question));
  const last = before.findLastIndex(isAnswer);
  const answered = answeredElsewhere(conversation, isTheirs);
  for (const turn of conversation.filter(isAnswer))
    if (question === null || !answersToo(turn, question))
      for (const id of turn.answered_arrivals ?? []) answered.add(id);
  return conversation.slice(last + 1).filter((turn) => turn === question || !answered.has(turn.arrival_id));
}

/**
 * Ids of the arrivals that an answer to a question answers. An enquiry without words is no message of the conversation:
 * the answer that waits for it tells of it.
 */
export function arrivalsToAnswer(
  question: MessageRecord | null,
  conversation: readonly MessageRecord[],
  isTheirs: IsTheirs,
): string[] {
  const turns = unanswered(question, conversation, isTheirs).filter(
    ({ direction, purpose, state }) => direction === 'inbound' || (purpose === 'reply' && !ANSWERED.includes(state)),
  );
  return [...new Set(turns.flatMap(({ arrival_id }) => arrival_id ?? []))];
}

/** The same as one text. */
export function withBurst(
  question: MessageRecord,
  conversation: readonly MessageRecord[],
  isTheirs: IsTheirs = () => true,
): MessageRecord {
  const burst = unanswered(question, conversation, isTheirs).filter(
    ({ direction, text }) => direction === 'inbound' && text?.trim(),
  );
  if (burst.length < 2) return question;
  const text = burst.map((message) => message.text).join('\n');
  // Who asked for a person and then wrote on still wants one.
  const asked = burst.find(({ chat }) => chat?.person_asked_in)?.chat;
  return { ...question, text, ...(asked ? { chat: asked } : {}) };
}
