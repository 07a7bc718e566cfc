import mongoose from 'mongoose';
import { deletedAmong } from '../leads/deleted-among.ts';
import { withoutDeleted } from '../leads/without-deleted.ts';
import { Message, type MessageRecord } from '../messages/model.ts';
import type { UnansweredQuestionRecord } from './question-model.ts';

type Asking = Pick<MessageRecord, '_id' | 'lead_id'>;

/** The messages that asked these, but for those of leads that are deleted. */
async function askedBy(questions: readonly UnansweredQuestionRecord[]): Promise<Map<string, string | null>> {
  if (questions.length === 0) return new Map();
  const asked = await Message.find(
    { _id: mongoose.trusted({ $in: questions.flatMap(({ asked_in }) => asked_in) }) },
    { lead_id: 1 },
  ).lean<Asking[]>();
  return new Map((await withoutDeleted(asked)).map(({ _id, lead_id }) => [_id, lead_id]));
}

/** Those of the questions that somebody asked whose lead is not deleted, each as the last such lead's. */
export async function askedByLeads(
  questions: readonly UnansweredQuestionRecord[],
): Promise<UnansweredQuestionRecord[]> {
  const deleted = await deletedAmong(questions.map(({ lead_id }) => lead_id));
  const leads = await askedBy(questions.filter(({ lead_id }) => deleted.has(lead_id)));
  return questions.flatMap((question) => {
    if (!deleted.has(question.lead_id)) return [question];
    const leadId = leads.get(question.asked_in.findLast((id) => leads.has(id)) ?? '');
    return leadId ? [{ ...question, lead_id: leadId }] : [];
  });
}
