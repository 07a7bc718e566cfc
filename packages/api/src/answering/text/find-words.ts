import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import { foldText } from './fold-text.ts';

/** Which words or phrases of a list stand in a text, whole, whatever their case and accents. */
export function findWords(text: string, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const folded = foldText(text);
  return words.filter((word) => {
    const pattern = foldText(word).trim().split(/\s+/).map(escapeForRegex).join('\\s+');
    return pattern !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(folded);
  });
}
