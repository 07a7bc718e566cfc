import { notFound } from '../../http/problem.ts';
import { UnansweredQuestion } from './question-model.ts';

interface DismissQuestion {
  input: { question_id: string };
}

/**
 * Takes a question off the list; asked again it stays off.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function dismissQuestion({ input }: DismissQuestion): Promise<void> {
  const { matchedCount } = await UnansweredQuestion.updateOne(
    { _id: input.question_id },
    { $set: { state: 'dismissed' } },
  );
  if (matchedCount === 0) throw notFound();
}
