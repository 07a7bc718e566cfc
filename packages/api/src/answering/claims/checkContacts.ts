import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Claim, GateFacts } from '../types.ts';
import { type Findings, mask } from './gateText.ts';

const url =
  /(?:https?:\/\/|www\.)[^\s<>"'»)]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:no|com|net|org|se|dk|de|eu|io|info|shop|site)(?:\/[^\s<>"'»)]*)?/giu;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;
const phone =
  /(?<![\p{L}\p{N}])(?:\+|00)\d[\d ()-]{6,18}\d|(?<![\p{L}\d])(?<!\d )\d(?:[ -]?\d){7}(?!\s?(?:km|kr|kroner|,-|nok|mil\b))(?!\d| \d{3})/giu;

interface Span {
  start: number;
  end: number;
}

function normalizeUrl(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[.,;:!?]+$/, '')
    .replace(/\/$/, '');
}

function knownUrls(facts: GateFacts): Map<string, Claim['sourceId'] | undefined> {
  const known = new Map<string, string | null>();
  const website = facts.dealership.contact.website;
  if (website !== null) known.set(normalizeUrl(website), facts.dealership.id);
  for (const vehicle of [facts.vehicle, ...facts.alternatives])
    if (vehicle !== null && vehicle.listingUrl !== null) known.set(normalizeUrl(vehicle.listingUrl), vehicle.id);
  return known;
}

function samePhone(left: string, right: string): boolean {
  const digits = (text: string) => parsePhoneNumberFromString(text, 'NO')?.number ?? text.replace(/\D/g, '');
  return digits(left) === digits(right);
}

function place(match: RegExpMatchArray): Span {
  return { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
}

/** Checks every link, e-mail address and phone number against the facts, and returns the text with them masked. */
export function checkContacts(text: string, facts: GateFacts, findings: Findings): string {
  const { contact, id } = facts.dealership;
  const urls = knownUrls(facts);
  const judge = (match: RegExpMatchArray, isKnown: boolean, claim: Claim, problem: string) => {
    if (isKnown) findings.claims.push(claim);
    else findings.violations.push({ kind: 'link', quote: match[0], problem });
    return place(match);
  };
  const dealershipClaim = (quote: string): Claim => ({ claim: quote, source: 'dealership', sourceId: id });

  const emails = [...text.matchAll(email)].map((match) =>
    judge(
      match,
      match[0].toLowerCase() === contact.email?.toLowerCase(),
      dealershipClaim(match[0]),
      "Only the dealership's own e-mail address may be given.",
    ),
  );
  const withoutEmails = mask(text, emails);
  const links = [...withoutEmails.matchAll(url)].map((match) => {
    const source = urls.get(normalizeUrl(match[0]));
    const claim: Claim = {
      claim: match[0],
      source: source === id ? 'dealership' : 'vehicle',
      sourceId: source ?? null,
    };
    return judge(match, source !== undefined, claim, 'Only links from the facts may be given, exactly as they stand.');
  });
  const withoutLinks = mask(withoutEmails, links);
  const phones = [...withoutLinks.matchAll(phone)].map((match) =>
    judge(
      match,
      contact.phone !== null && samePhone(match[0], contact.phone),
      dealershipClaim(match[0]),
      "Only the dealership's own phone number may be given.",
    ),
  );
  return mask(withoutLinks, phones);
}
