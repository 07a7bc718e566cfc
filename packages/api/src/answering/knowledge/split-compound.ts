import { isLexiconWord } from './concepts.ts';

const leastWhole = 7;
const leastPart = 3;
const leastVocabularyPart = 4;
const joints = ['', 's', 'e', 'n', 'en', 'er', 'es'];

function isPart(word: string, isKnown: (word: string) => boolean): boolean {
  return word.length >= leastPart && (isLexiconWord(word) || (word.length >= leastVocabularyPart && isKnown(word)));
}

/** The head of a compound without the letters that join it to the next part; null when it is no word. */
function headOf(left: string, isKnown: (word: string) => boolean): string | null {
  for (const joint of joints) {
    if (!left.endsWith(joint)) continue;
    const head = left.slice(0, left.length - joint.length);
    if (isPart(head, isKnown)) return head;
  }
  return null;
}

/**
 * The two parts of a compound, each a word that is known: `vinterdekk` is `vinter` and `dekk`. Of several ways the one
 * with the longest last part, which says what the thing is. Empty when the word is none.
 */
export function splitCompound(word: string, isKnown: (word: string) => boolean): string[] {
  if (word.length < leastWhole) return [];
  for (let at = leastPart; at <= word.length - leastPart; at += 1) {
    const tail = word.slice(at);
    if (!isPart(tail, isKnown)) continue;
    const head = headOf(word.slice(0, at), isKnown);
    if (head !== null) return [head, tail];
  }
  return [];
}
