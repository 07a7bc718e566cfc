import { findWords } from '../text/find-words.ts';
import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { violation } from './violation.ts';

/** Words that the dealership does not want to be written, whatever they mean. */
export function checkForbiddenWords(text: string, { neverSay = [] }: GateFacts, findings: Findings): void {
  for (const word of findWords(text, neverSay)) findings.violations.push(violation('forbidden_word', word));
}
