import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { violation } from './violation.ts';

const somebodyElse =
  /(?<!\p{L})(?:selger(?:en|ne)?|seljar(?:en)?|säljare[n]?|sælger(?:en|ne)?|verkäufer(?:s|in|n)?|sales ?(?:person|people|man|woman|team|rep)|digital\p{L}* assist\p{L}+|virtual assistant)(?!\p{L})/iu;

/** Checks that a text which a salesperson sends as their own leaves nothing to a salesperson, and names no assistant. */
export function checkWriter(text: string, facts: GateFacts, findings: Findings): void {
  const match = facts.writer === 'person' ? somebodyElse.exec(text) : null;
  if (match === null) return;
  const problem =
    'The salesperson is the one who writes this: speak as them, or leave it out and name it in unanswered.';
  findings.violations.push(violation('promise_future_work', match[0], problem));
}
