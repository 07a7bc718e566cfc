import mongoose from 'mongoose';
import { assistantSettings } from '../features/assistant/assistant-settings.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, SECOND_MS } from '../lib/clock.ts';

/** However long a customer goes on writing, the assistant answers after this. */
const LONGEST_WAIT_MS = 45 * SECOND_MS;
const ANSWERED: readonly string[] = ['sent', 'delivered', 'read', 'sending', 'unknown'];

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
  const recent = await Message.find(
    {
      lead_id: leadId,
      audience: 'customer',
      created_at: mongoose.trusted({ $gt: after(receivedAt, -LONGEST_WAIT_MS) }),
    },
    { direction: 1, state: 1, created_at: 1 },
  )
    .sort({ created_at: 1, _id: 1 })
    .lean<Pick<MessageRecord, 'direction' | 'state' | 'created_at'>[]>();
  const answered = recent.findLastIndex(({ direction, state }) => direction === 'outbound' && ANSWERED.includes(state));
  const first = recent.slice(answered + 1).find(({ direction }) => direction === 'inbound')?.created_at ?? receivedAt;
  const wait = Math.min(receivedAt.getTime() + patienceMs, first.getTime() + LONGEST_WAIT_MS);
  return new Date(Math.max(wait, receivedAt.getTime()));
}

/** The question with everything else the customer wrote since anybody answered, oldest first, as one text. */
export function withBurst(question: MessageRecord, conversation: readonly MessageRecord[]): MessageRecord {
  const place = conversation.findIndex(({ _id }) => _id === question._id);
  const before = conversation.slice(0, place);
  const answered = before.findLastIndex(
    ({ direction, state, text }) => direction === 'outbound' && text !== null && ANSWERED.includes(state),
  );
  const burst = conversation
    .slice(answered + 1)
    .filter(({ direction, text }) => direction === 'inbound' && text?.trim());
  if (burst.length < 2) return question;
  const text = burst.map((message) => message.text).join('\n');
  // Who asked for a person and then wrote on still wants one.
  const asked = burst.find(({ chat }) => chat?.person_asked_in)?.chat;
  return { ...question, text, ...(asked ? { chat: asked } : {}) };
}
