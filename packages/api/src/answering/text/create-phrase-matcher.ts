import { foldText } from './fold-text.ts';

/** Finds phrases in folded text and returns what matched. */
export type PhraseMatcher = (folded: string) => string[];

function toPattern(phrase: string): string {
  // Folding would make three points of an ellipsis.
  return foldText(phrase.replaceAll(' … ', '^'))
    .replace(/\*/g, '[\\p{L}\\p{N}]*')
    .replaceAll(' ?', '~')
    .replace(/ /g, '[\\s,]+')
    .replaceAll('~', '[\\s,]*')
    .replace(/-/g, '[\\s-]?')
    .replace(/#/g, '\\d[\\d\\s.]*')
    .replaceAll('^', '(?:[\\s,]+[\\p{L}\\p{N}-]+){0,5}[\\s,]+');
}

/**
 * Compiles phrases, separated by ` | `, into one matcher over folded text. A phrase matches whole words; `*` stands for any ending
 * (`prøvekjør*`), `…` for up to five words, `-` for a hyphen, a space or nothing, `#` for an amount; groups `(er|var)` and `?` are regex.
 */
export function createPhraseMatcher(phrases: string): PhraseMatcher {
  const alternatives = phrases.split(/\s\|\s/).map((phrase) => toPattern(phrase.trim()));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (folded) => [...folded.matchAll(pattern)].map((match) => match[0]);
}
