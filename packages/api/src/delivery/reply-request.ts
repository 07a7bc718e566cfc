import { type Wording, wordingOf } from '../answering/replies/qualification-questions.ts';
import { receiptReason } from '../answering/replies/reply-context.ts';
import { toSmsText } from '../answering/replies/to-sms-text.ts';
import type { ConversationTurn, KnowledgeFact, ReplyRequest, Understanding } from '../answering/types.ts';
import {
  type AssistantSettings,
  assistantChannel,
  assistantSettings,
} from '../features/assistant/assistant-settings.ts';
import { dealershipFacts } from '../features/dealership/dealership-facts.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import type { StockMatch } from '../features/vehicles/find-stock.ts';

type Question = AssistantSettings['questions'][number];

/** All that an answer of the assistant is written from. */
export interface ReplySituation {
  purpose: 'reply' | 'follow_up';
  step: number | null;
  /** What it goes out by, and what the customer wrote on. */
  channel: 'email' | 'sms';
  askedOn: string;
  dealership: DealershipRecord;
  lead: Pick<LeadRecord, 'customer' | 'vehicle_interest' | 'source' | 'subject' | 'qualification'>;
  understanding: Understanding;
  stock: StockMatch;
  conversation: ConversationTurn[];
  /** What the dealership's knowledge says about it. */
  knowledge: KnowledgeFact[];
  /** Ids of the qualification questions that were asked before. */
  asked: readonly string[];
  now: Date;
  /** A salesperson who sends it as their own; left out, the assistant. */
  writer?: 'person';
}

function isKnown({ topic }: Question, qualification: LeadRecord['qualification']): boolean {
  return topic !== 'other' && (qualification[topic] ?? null) !== null;
}

/** The next thing to find out: not known, not asked before, worded in their language, and only from who may buy. */
export function nextQuestion(situation: ReplySituation): Question | null {
  const { dealership, lead, understanding, purpose, asked } = situation;
  if (purpose !== 'reply' || understanding.label !== 'sales_inquiry') return null;
  if (receiptReason(understanding.escalations) !== null) return null;
  const open = assistantSettings(dealership).questions.filter(
    ({ id, topic, wording }) => !asked.includes(id) && wordingOf(topic, wording)[understanding.language] !== undefined,
  );
  return open.find((question) => !isKnown(question, lead.qualification)) ?? null;
}

/** Whether a text ends up asking a question. */
export function asks(text: string, wording: Wording): boolean {
  const plain = toSmsText(text);
  return Object.values(wording).some((sentence) => plain.includes(toSmsText(sentence)));
}

/** Puts a situation into the form that answers are written from, with the dealership's style. */
export function replyRequest(situation: ReplySituation): ReplyRequest {
  const { dealership, lead, stock, understanding } = situation;
  const settings = assistantSettings(dealership);
  const question = nextQuestion(situation);
  return {
    purpose: situation.purpose,
    step: situation.step,
    dealership: dealershipFacts(dealership),
    customerName: lead.customer.name,
    language: understanding.language,
    understanding,
    conversation: situation.conversation,
    vehicle: stock.vehicle,
    alternatives: stock.alternatives,
    channel: situation.channel,
    ...(situation.writer === undefined ? {} : { writer: situation.writer }),
    now: situation.now,
    vehicleInterest: stock.vehicle ? null : lead.vehicle_interest,
    customerSubject: lead.source === 'email' ? lead.subject : null,
    knowledge: situation.knowledge,
    style: {
      personality: settings.personality,
      length: settings.channels[assistantChannel(situation.askedOn)].length,
      instructions: settings.instructions,
      neverSay: settings.never_say,
      question: question === null ? null : wordingOf(question.topic, question.wording),
    },
  };
}
