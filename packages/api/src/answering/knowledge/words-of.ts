import { foldText } from '../text/fold-text.ts';

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const longestWord = 40;

/** A word as it is written, in lower case, and folded. */
export interface Word {
  written: string;
  folded: string;
}

/** The words of a text in their order; a word longer than 40 letters is cut. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.normalize('NFC').toLowerCase().matchAll(word), ([found]) => {
    const written = found.slice(0, longestWord);
    return { written, folded: foldText(written) };
  });
}
