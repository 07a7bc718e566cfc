import { findWords } from '../text/find-words.ts';
import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';

/** Words that the dealership does not want to be written, whatever they mean. */
export function checkForbiddenWords(text: string, { neverSay = [] }: GateFacts, findings: Findings): void {
  for (const word of findWords(text, neverSay))
    findings.violations.push({
      kind: 'forbidden_word',
      quote: word,
      problem: 'The dealership does not use these words; say it without them.',
    });
}
