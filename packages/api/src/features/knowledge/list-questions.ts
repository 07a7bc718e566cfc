import mongoose from 'mongoose';
import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Message, type MessageRecord } from '../messages/model.ts';
import { askedByLeads } from './asked-by-leads.ts';
import { UnansweredQuestion, type UnansweredQuestionRecord } from './question-model.ts';

interface ListQuestions {
  ctx: TenantContext;
  input: PageRequest;
}

/** A question with what a colleague wrote to that customer after it was asked. */
export interface SuggestedQuestion extends UnansweredQuestionRecord {
  suggested_text: string | null;
}

const MAX_SUGGESTION = 2000;

type HumanAnswer = Pick<MessageRecord, 'lead_id' | 'text' | 'created_at'>;

/** For each question the first thing a person wrote to the customer after it was asked. */
export async function suggestAnswers(questions: readonly UnansweredQuestionRecord[]): Promise<SuggestedQuestion[]> {
  const leads = [...new Set(questions.map(({ lead_id }) => lead_id))];
  const answers =
    leads.length === 0
      ? []
      : await Message.find(
          {
            lead_id: mongoose.trusted({ $in: leads }),
            audience: 'customer',
            sender_type: 'human',
            state: mongoose.trusted({ $in: ['sent', 'delivered', 'read'] }),
          },
          { lead_id: 1, text: 1, created_at: 1 },
        )
          .sort({ created_at: 1, _id: 1 })
          .lean<HumanAnswer[]>();
  return questions.map((question) => {
    const answer = answers.find(
      ({ lead_id, created_at }) => lead_id === question.lead_id && created_at >= question.last_asked_at,
    );
    return { ...question, suggested_text: answer?.text?.trim().slice(0, MAX_SUGGESTION) || null };
  });
}

/** Lists the questions that nobody answered yet, last asked first; none that only leads asked which are deleted. */
export async function listQuestions({ input }: ListQuestions): Promise<Page<SuggestedQuestion>> {
  const page = await findPage(UnansweredQuestion, {
    filter: { state: 'open', times: mongoose.trusted({ $gt: 0 }) },
    orderBy: 'last_asked_at',
    direction: 'newest_first',
    request: input,
  });
  return { ...page, data: await suggestAnswers(await askedByLeads(page.data)) };
}
