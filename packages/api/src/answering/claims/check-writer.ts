import type { Findings } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { violation } from './violation.ts';

/** Before `selger`, these make a noun of it; so does what a salesperson does behind it. */
const beforeNoun =
  '(?:en|ein|vår|våre|vores|min|mine|din|deres|annen|annan|anden|god|flink|dyktig|dygtig|erfaren|ansvarlig|av|af|fra|med|til|kontakt|spør|spørg|ring)';
const behindNoun =
  '(?:hos|kan|vil|må|skal|tar|tager|svarer|bekrefter|bekræfter|ringer|avtaler|aftaler|vurderer|hjelper|hjælper|ser|følger)';
/** `Vi selger XC60` is a verb, as in Danish. */
const seller = `s[eæ]lger(?:ens?|nes?|es?)|(?<=(?<!\\p{L})${beforeNoun} )s[eæ]lger|(?<!(?<!\\p{L})(?:vi|jeg|du|dere|i|de|som|der) )s[eæ]lger(?= ${behindNoun}(?!\\p{L}))`;
const somebodyElse = new RegExp(
  `(?<!\\p{L})(?:${seller}|seljar(?:en)?|säljar(?:en?|na)|verkäufer(?:s|in|n)?|sales ?(?:person|people|man|woman|team|rep)|digital\\p{L}* assist\\p{L}+|virtual assistant)(?!\\p{L})`,
  'iu',
);

/** Checks that a text which a salesperson sends as their own leaves nothing to a salesperson, and names no assistant. */
export function checkWriter(text: string, facts: GateFacts, findings: Findings): void {
  const match = facts.writer === 'person' ? somebodyElse.exec(text) : null;
  if (match === null) return;
  const problem =
    'The salesperson is the one who writes this: speak as them, or leave it out and name it in unanswered.';
  findings.violations.push(violation('promise_future_work', match[0], problem));
}
