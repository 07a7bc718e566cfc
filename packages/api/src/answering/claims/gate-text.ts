import { splitSentences } from '../text/split-sentences.ts';
import type { Claim } from '../types.ts';
import type { Violation } from './gate-types.ts';

/** Collects what the checks of one text find. */
export interface Findings {
  violations: Violation[];
  claims: Claim[];
}

export interface Span {
  start: number;
  end: number;
}

/** Overwrites spans with spaces, so that what was already judged is not read again and positions stay. */
export function mask(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (current, { start, end }) => current.slice(0, start) + ' '.repeat(end - start) + current.slice(end),
    text,
  );
}

export interface PlacedSentence {
  text: string;
  start: number;
  end: number;
}

/** Sentences with their place in the text. */
export function placeSentences(text: string): PlacedSentence[] {
  let from = 0;
  return splitSentences(text).map((sentence) => {
    // A joined abbreviation may have had other white space; then the sentence begins where the last one ended.
    const found = text.indexOf(sentence.slice(0, 24), from);
    const start = found === -1 ? from : found;
    from = Math.min(text.length, start + sentence.length);
    return { text: sentence, start, end: from };
  });
}
