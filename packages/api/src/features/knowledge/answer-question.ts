import type { components } from '../../generated/openapi.ts';
import { notFound, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { siblingId } from '../../lib/ids.ts';
import { addEntry } from './add-entry.ts';
import { askedByLeads } from './asked-by-leads.ts';
import { newContent } from './create-entry.ts';
import { suggestAnswers } from './list-questions.ts';
import { KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { UnansweredQuestion, type UnansweredQuestionRecord } from './question-model.ts';
import { suggestTitle } from './suggest-title.ts';

interface AnswerQuestion {
  ctx: TenantContext;
  input: { question_id: string; answer: components['schemas']['UnansweredQuestionAnswer'] };
}

/**
 * Makes a FAQ of a question that was not answered; what is not given comes from the suggestion. Sent again, it answers
 * with the entry that is there.
 * @throws Problem 404 when there is no such question, 422 when there is no text and none to suggest
 */
export async function answerQuestion({
  ctx,
  input,
}: AnswerQuestion): Promise<{ entry: KnowledgeEntryRecord; repeated: boolean }> {
  const question = await UnansweredQuestion.findById(input.question_id).lean<UnansweredQuestionRecord>();
  if (!question) throw notFound();
  // Asked again after its entry was changed or removed, the same question makes another one.
  const id = siblingId(`${question._id}${question.entry_id === null ? '' : question.times}`, 'kno');
  const existing =
    question.state === 'answered'
      ? await KnowledgeEntry.findById(question.entry_id).lean<KnowledgeEntryRecord>()
      : null;
  if (existing) return { entry: existing, repeated: true };
  const [suggested] = await suggestAnswers(await askedByLeads([question]));
  if (!suggested) throw notFound();
  const text = input.answer.text ?? suggested.suggested_text;
  if (text === null) throw unprocessable([{ pointer: '#/text', detail: 'is needed: nobody has answered it yet' }]);
  const content = newContent({
    title: input.answer.title ?? suggestTitle(question.question),
    text,
    language: input.answer.language ?? question.language,
    category: input.answer.category ?? null,
  });
  const entry = await addEntry({ ctx, id, content, about: { kind: 'faq', origin: 'written' } });
  await UnansweredQuestion.updateOne({ _id: question._id }, { $set: { state: 'answered', entry_id: entry._id } });
  return { entry, repeated: false };
}
