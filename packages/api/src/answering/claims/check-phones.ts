import type { Claim } from '../types.ts';
import { type Findings, mask } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { judgeContact } from './judge-contact.ts';
import { samePhone } from './same-phone.ts';

const phone =
  /(?<![\p{L}\p{N}])(?:\+|00)\d[\d ()-]{6,18}\d|(?<![\p{L}\d])(?<!\d )\d(?:[ -]?\d){7}(?!\s?(?:km|kr|kroner|,-|nok|mil\b))(?!\d| \d{3})/giu;

/** Checks every phone number; to be asked once cars' names are masked, for two years in a row look like a number. */
export function checkPhones(text: string, facts: GateFacts, findings: Findings): string {
  const { contact, id } = facts.dealership;
  const phones = [...text.matchAll(phone)].map((match) => {
    const isKnown = contact.phone !== null && samePhone(match[0], contact.phone);
    const claim: Claim = { claim: match[0], source: 'dealership', sourceId: id };
    return judgeContact(match, isKnown, claim, 'phone_unknown', findings);
  });
  return mask(text, phones);
}
