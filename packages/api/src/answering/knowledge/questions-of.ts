import { asksSomething } from '../replies/question-patterns.ts';
import { foldText } from '../text/fold-text.ts';
import { sanitizeText } from '../text/sanitize-text.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words-of.ts';

const mostQuestions = 6;

function saysSomething(sentence: string): boolean {
  return wordsOf(sentence).some(({ folded }) => folded.length > 2 && !stopWords.has(folded));
}

/** The sentences of a message that ask; every sentence that says something where none does. At most six. */
export function questionsOf(text: string): string[] {
  const sentences = splitSentences(sanitizeText(text)).filter(saysSomething);
  const questions = sentences.filter((sentence) => asksSomething.test(foldText(sentence)));
  return (questions.length > 0 ? questions : sentences).slice(0, mostQuestions);
}
