import { findNumbers } from '../claims/find-numbers.ts';
import { detectTopics } from '../replies/detect-topics.ts';
import { asksSomething } from '../replies/question-patterns.ts';
import { detectIntents } from '../rules/detect-intents.ts';
import { foldText } from '../text/fold-text.ts';
import type { VehicleFacts } from '../types.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words-of.ts';

const leastWords = 3;

function isLeftOpen(question: string, vehicle: VehicleFacts | null): boolean {
  const words = wordsOf(question);
  const says = words.filter(({ folded }) => !stopWords.has(folded)).length;
  if (!asksSomething.test(foldText(question)) || words.length < leastWords || says === 0) return false;
  // A time that is proposed is for a person to agree to, and no knowledge.
  if (findNumbers(question).some(({ kind }) => kind === 'clock' || kind === 'date')) return false;
  const topics = detectTopics(question, detectIntents(question), false, vehicle);
  return topics.unknown.length > 0 || topics.equipmentMissing.length > 0 || topics.unrecognisedQuestion;
}

/** Of the questions that the knowledge does not answer, those that stock and settings do not answer either. */
export function unansweredQuestions(open: readonly string[], vehicle: VehicleFacts | null): string[] {
  return open.filter((question) => isLeftOpen(question, vehicle));
}
