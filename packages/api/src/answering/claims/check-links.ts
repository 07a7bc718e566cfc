import type { Claim } from '../types.ts';
import { type Findings, mask } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { judgeContact } from './judge-contact.ts';

const url =
  /(?:https?:\/\/|www\.)[^\s<>"'»)]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:no|com|net|org|se|dk|de|eu|io|info|shop|site)(?:\/[^\s<>"'»)]*)?/giu;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;

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

/** Checks every link and e-mail address against the facts, and returns the text with them masked. */
export function checkLinks(text: string, facts: GateFacts, findings: Findings): string {
  const { contact, id } = facts.dealership;
  const urls = knownUrls(facts);
  const emails = [...text.matchAll(email)].map((match) => {
    const isKnown = match[0].toLowerCase() === contact.email?.toLowerCase();
    const claim: Claim = { claim: match[0], source: 'dealership', sourceId: id };
    return judgeContact(match, isKnown, claim, 'email_unknown', findings);
  });
  const withoutEmails = mask(text, emails);
  const links = [...withoutEmails.matchAll(url)].map((match) => {
    const source = urls.get(normalizeUrl(match[0]));
    const claim: Claim = {
      claim: match[0],
      source: source === id ? 'dealership' : 'vehicle',
      sourceId: source ?? null,
    };
    return judgeContact(match, source !== undefined, claim, 'link_unknown', findings);
  });
  return mask(withoutEmails, links);
}
