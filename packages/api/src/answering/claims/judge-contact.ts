import type { Claim } from '../types.ts';
import type { Findings, Span } from './gate-text.ts';
import { type UsualCode, violation } from './violation.ts';

/** Books a contact detail as a claim when it is the dealership's or the stock's own, as a violation when not. */
export function judgeContact(
  match: RegExpMatchArray,
  isKnown: boolean,
  claim: Claim,
  code: UsualCode,
  findings: Findings,
): Span {
  if (isKnown) findings.claims.push(claim);
  else findings.violations.push(violation(code, match[0].trim()));
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}
