import { wordsOf } from '../vehicle-search-tokens.ts';
import { ownedWords } from './owned-words.ts';

/** The text without the words about the customer's own car. */
export function wantedText(text: string): string {
  const words = text.split(/\s+/);
  const owned = ownedWords(words.map((word) => wordsOf(word)[0] ?? ''));
  return words.filter((_, index) => !owned.has(index)).join(' ');
}
