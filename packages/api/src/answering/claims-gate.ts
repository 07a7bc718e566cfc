import { escapeForRegex } from '../lib/escape-for-regex.ts';
import { checkCounts } from './claims/check-counts.ts';
import { checkFeatures } from './claims/check-features.ts';
import { checkForbiddenWords } from './claims/check-forbidden-words.ts';
import { checkForm } from './claims/check-form.ts';
import { KnownPassages } from './claims/check-knowledge.ts';
import { checkLinks } from './claims/check-links.ts';
import { checkNumbers, type ReadSentence } from './claims/check-numbers.ts';
import { checkOpenDays } from './claims/check-opening-hours.ts';
import { checkPhones } from './claims/check-phones.ts';
import { checkPromises } from './claims/check-promises.ts';
import { checkVehicles } from './claims/check-vehicles.ts';
import { checkWriter } from './claims/check-writer.ts';
import { findVehicleMentions, type VehicleMention } from './claims/find-vehicle-mentions.ts';
import { type Findings, mask, type PlacedSentence, placeSentences } from './claims/gate-text.ts';
import type { GateFacts, GateResult } from './claims/gate-types.ts';
import { disclosureLine } from './replies/add-disclosure.ts';
import type { Claim, Language } from './types.ts';

const languages: readonly Language[] = ['nb', 'en', 'sv', 'da', 'de'];

/** Masks the dealership's name and address and people's names, whose digits and words are not claims about cars. */
function maskDealership(text: string, facts: GateFacts, findings: Findings): string {
  const { dealership } = facts;
  const people = [dealership.assistantName, ...(facts.customerName ?? '').split(/\s+/)];
  const address = dealership.contact.address ?? '';
  const names = [address, ...address.split(/,\s*/), dealership.name, ...people];
  return names.reduce((current, name) => {
    if (name.trim().length < 2) return current;
    const matches = [
      ...current.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escapeForRegex(name)}(?![\\p{L}\\p{N}])`, 'giu')),
    ];
    if (matches.length > 0 && address.includes(name))
      findings.claims.push({ claim: name, source: 'dealership', sourceId: dealership.id });
    return mask(
      current,
      matches.map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
    );
  }, text);
}

/** Masks the disclosure, which code wrote itself, so that it neither counts as language nor as a promise. */
function maskOwnLines(whole: string, { dealership, ownWords }: GateFacts): string {
  const text = (ownWords ?? []).reduce((current, words) => {
    const start = current.indexOf(words);
    return words === '' || start < 0 ? current : mask(current, [{ start, end: start + words.length }]);
  }, whole);
  const lines = languages.flatMap((language) =>
    (['email', 'sms'] as const).map((channel) =>
      disclosureLine(language, channel, dealership.assistantName, dealership.name),
    ),
  );
  const line = lines.find((candidate) => text.endsWith(candidate));
  return line === undefined ? text : mask(text, [{ start: text.length - line.length, end: text.length }]);
}

/** Gives each sentence the cars it names, or else those it must be speaking of. */
function readSentences(text: string, mentions: VehicleMention[], facts: GateFacts): ReadSentence[] {
  let spokenOf = facts.vehicle === null ? [] : [facts.vehicle];
  return placeSentences(text).map((sentence) => {
    const own = mentions.filter(({ start }) => start >= sentence.start && start < sentence.end);
    if (own.length > 0) spokenOf = [...new Set(own.flatMap(({ vehicles }) => vehicles))];
    return { sentence, mentions: own, spokenOf };
  });
}

function unique(claims: Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [`${claim.claim}|${claim.source}|${claim.sourceId}`, claim])).values()];
}

/**
 * Checks a reply before it may leave: every number, car, status, promise, link and name must be backed by stock, the
 * dealership, its knowledge or the customer's own words. Returns what offends, and where each claim comes from.
 */
export function claimsGate(text: string, facts: GateFacts, language: Language): GateResult {
  const findings: Findings = { violations: [], claims: [] };
  const vehicles = [facts.vehicle, ...facts.alternatives].filter((vehicle) => vehicle !== null);
  checkForbiddenWords(text, facts, findings);
  const spoken = maskOwnLines(text, facts);
  const withoutLinks = checkLinks(spoken, facts, findings);
  const withoutDealership = maskDealership(withoutLinks, facts, findings);
  const known = new KnownPassages(facts.knowledge ?? []);
  const namesCar = ({ text: sentence }: PlacedSentence) => findVehicleMentions(sentence, vehicles).length > 0;
  const withoutQuotes = known.maskQuotes(withoutDealership, namesCar, findings);
  const mentions = findVehicleMentions(withoutQuotes, vehicles);
  const sentences = readSentences(spoken, mentions, facts);
  const masked = checkPhones(mask(withoutQuotes, mentions), facts, findings);
  checkWriter(withoutQuotes, facts, findings);
  checkVehicles(masked, sentences, findings);
  checkFeatures(masked, sentences, language, findings);
  checkNumbers(masked, sentences, facts, findings, known);
  checkCounts(withoutQuotes, facts, findings);
  checkOpenDays(placeSentences(withoutQuotes), facts, findings);
  findings.violations.push(
    ...checkPromises(withoutQuotes, vehicles.flatMap(({ equipment }) => equipment).join('\n'), known),
  );
  checkForm(text, masked, facts, language, findings);
  return { pass: findings.violations.length === 0, violations: findings.violations, claims: unique(findings.claims) };
}
