import { wordsAboutStock } from '../answering/knowledge/stock-words.ts';
import { unansweredQuestions } from '../answering/knowledge/unanswered-questions.ts';
import { latestCustomerText } from '../answering/replies/latest-customer-text.ts';
import { detectInjection } from '../answering/rules/detect-injection.ts';
import type { ConversationTurn, KnowledgeFact, Understanding, WrittenReply } from '../answering/types.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { findKnowledge } from '../features/knowledge/find-knowledge.ts';
import { noteQuestion } from '../features/knowledge/note-question.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Services } from '../services.ts';
import type { ReadEnquiry } from './read-enquiry.ts';

/** What the knowledge holds about the customer's latest words, and which of them it does not answer. */
export interface KnownForReply {
  facts: KnowledgeFact[];
  open: string[];
}

const MOST_PASSAGES = 4;
const MOST_NOTED = 3;

type Asked = Pick<ReadEnquiry, 'stock'> & { understanding: Pick<Understanding, 'language'> };

async function find(
  services: Services,
  { understanding, stock }: Asked,
  turns: ConversationTurn[],
  dealership: DealershipRecord,
): Promise<KnownForReply> {
  const text = latestCustomerText(turns);
  const vehicles = [stock.vehicle, ...stock.alternatives].filter((vehicle) => vehicle !== null);
  const { hits, open } = await findKnowledge(services, {
    dealership,
    language: understanding.language,
    text,
    limit: MOST_PASSAGES,
    ignore: wordsAboutStock(text, vehicles),
  });
  // A passage that speaks to the assistant is not one that answers a customer.
  const facts = hits
    .filter(({ passage }) => !detectInjection(`${passage.title}\n${passage.text}`))
    .map(({ passage, score }) => ({
      id: passage.entryId,
      title: passage.title,
      text: passage.text,
      score,
      language: passage.language,
    }));
  return { facts, open };
}

/** Looks up what the dealership's knowledge says about a message. An answer never waits or fails for it. */
export async function knowledgeForReply(
  services: Services,
  read: Asked,
  turns: ConversationTurn[],
  dealership: DealershipRecord,
): Promise<KnownForReply> {
  try {
    return await find(services, read, turns, dealership);
  } catch (error) {
    services.logger.warn({ ...describeError(error), dealership_id: dealership._id }, 'Answered without the knowledge');
    return { facts: [], open: [] };
  }
}

/** Notes what an answer had to leave open, for a person to answer once and for all. Test leads are left out. */
export async function noteUnanswered(
  services: Services,
  { lead, understanding, stock }: ReadEnquiry,
  message: Pick<MessageRecord, '_id' | 'purpose'>,
  open: readonly string[],
  reply: WrittenReply,
): Promise<void> {
  if (lead.test || message.purpose !== 'reply' || understanding.injectionSuspected) return;
  if (reply.writtenBy === 'model' && reply.unanswered.length === 0) return;
  const { language } = understanding;
  try {
    for (const question of unansweredQuestions(open, stock.vehicle).slice(0, MOST_NOTED)) {
      const now = services.clock.now();
      await noteQuestion({ question, language, leadId: lead._id, messageId: message._id, now });
    }
  } catch (error) {
    services.logger.warn({ ...describeError(error), lead_id: lead._id }, 'A question that was left open was not noted');
  }
}
