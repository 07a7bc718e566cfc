import type { Language } from '../types.ts';
import { conceptsOfWord } from './concepts.ts';
import { stemWord } from './stem-word.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words-of.ts';

/** What a question is about, whatever the order and the ending of its words: the same for "Har den skiltgaranti?" twice. */
export function questionKey(question: string, language: Language): string {
  const words = wordsOf(question).filter(({ folded }) => !stopWords.has(folded));
  const meanings = words.map(({ folded, written }) => conceptsOfWord(folded)[0] ?? stemWord(written, language));
  const key = [...new Set(meanings)].sort().join(' ');
  return key === '' ? question.toLowerCase() : key;
}
