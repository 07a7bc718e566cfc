import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import { LONGEST_TEXT } from '../text/sanitize-text.ts';
import type { Claim, VehicleFacts } from '../types.ts';
import type { KnownPassages } from './check-knowledge.ts';
import { isOpeningTime } from './check-opening-hours.ts';
import { findNumbers, type StatedNumber } from './find-numbers.ts';
import type { VehicleMention } from './find-vehicle-mentions.ts';
import type { Findings, PlacedSentence } from './gate-text.ts';
import type { GateFacts } from './gate-types.ts';
import { type UsualCode, violation } from './violation.ts';

/** A sentence with the cars it speaks of: those it names, else those named last, else the enquired one. */
export interface ReadSentence {
  sentence: PlacedSentence;
  mentions: VehicleMention[];
  spokenOf: VehicleFacts[];
}

const customersOwn =
  /(?<![\p{L}])(?:innbytte\p{L}*|trade-?in|inbyte\p{L}*|bytte|byttebil\p{L}*|inzahlungnahme|budsjett\p{L}*|budget\p{L}*|du (?:nevn|skriv|skrev|oppg|ønsk|spør|spurte|foresl|sier|sa |tenk|har )|din|ditt|dine|your|you (?:mention|said|wrote|ask|suggest|offer|have)|(?:du|ni) (?:nämn|skriv|fråg|har)\p{L}*|du (?:nævn|skriv|spurgt|spørg)\p{L}*|dit|sie (?:nenn|schreib|frag|haben)\p{L}*|ihr\p{L}*)/iu;
const deal =
  /(?<![\p{L}])(?:kost\p{L}*|verdt|worth|värd|værd|wert|prisen er|priset är|der preis|til salgs for|till salu för|til salg for|cost\p{L}*|price is|for sale (?:at|for)|(?:kan|får|få|godtar|aksepterer|selger (?:vi )?den|greit|ok|sell it|accept\p{L}*|agree\p{L}*|deal|avtalt|avtalat|aftalt|accepter\p{L}*|akzeptier\p{L}*|einverstanden|abgemacht|godkjent|godkänt|godkendt|genehmigt|approved|have it for|get it for)(?![\p{L}]))/iu;

const leftToPerson = /selger|bekreft|salesperson|confirm|säljare|sælger|verkäufer/iu;

function digitsOf({ quote }: StatedNumber): string {
  return quote.replace(/\D+/g, ' ').trim();
}

/** What the customer's own words state, read once for all numbers of a reply. */
const statedByCustomer = new WeakMap<GateFacts, StatedNumber[]>();

function customersNumbers(facts: GateFacts): StatedNumber[] {
  const known = statedByCustomer.get(facts);
  if (known !== undefined) return known;
  const read = facts.customerTexts.flatMap((text) => findNumbers(text.slice(0, LONGEST_TEXT)));
  statedByCustomer.set(facts, read);
  return read;
}

function customerStated(number: StatedNumber, facts: GateFacts): boolean {
  return customersNumbers(facts).some((said) => {
    const sameValue = Number.isNaN(number.value) ? digitsOf(said) === digitsOf(number) : said.value === number.value;
    return sameValue && (said.kind === number.kind || said.kind === 'plain' || number.kind === 'plain');
  });
}

function vehicleValue(number: StatedNumber, vehicle: VehicleFacts): boolean {
  if (number.kind === 'money') return vehicle.price === number.value;
  if (number.kind === 'distance') return vehicle.mileage !== null && Math.round(number.value) === vehicle.mileage;
  if (number.kind === 'year') return vehicle.year === number.value;
  if (number.kind === 'measure' || number.kind === 'plain' || number.kind === 'duration') {
    const words = [vehicle.title, vehicle.variant, vehicle.model, ...vehicle.equipment]
      .join(' | ')
      .toLowerCase()
      .replace(/\s+/g, '');
    const said = number.quote.toLowerCase().replace(/\s+/g, '');
    return new RegExp(`(?<!\\d)${escapeForRegex(said)}(?!\\d)`).test(words);
  }
  return false;
}

/** The cars a number is said of: the one named last before it, else all that follow, else those spoken of before. */
function subjects(number: StatedNumber, { mentions, spokenOf }: ReadSentence): VehicleFacts[][] {
  const before = mentions.filter(({ start }) => start < number.start).at(-1);
  if (before !== undefined) return [before.vehicles];
  return mentions.length > 0 ? mentions.map(({ vehicles }) => vehicles) : [spokenOf];
}

/** The one car every subject has this value for; a number before several cars has to be true of each. */
function backingVehicle(number: StatedNumber, read: ReadSentence): VehicleFacts | undefined {
  const backed = subjects(number, read).map((cars) =>
    cars.find((car) => vehicleValue(number, car) || unitlessValue(number, car, read.sentence.text)),
  );
  return backed.every((car) => car !== undefined) ? backed[0] : undefined;
}

/** `kilometerstanden er 41 000`, `prisen er 489 000`: the unit stands in words elsewhere in the sentence. */
function unitlessValue(number: StatedNumber, vehicle: VehicleFacts, sentence: string): boolean {
  if (number.kind !== 'plain') return false;
  const isMileage =
    vehicle.mileage === number.value &&
    /kilometer|mileage|gått|kjørt|driven|kört|kørt|gelaufen|mätarställning/i.test(sentence);
  return isMileage || (vehicle.price === number.value && /pris|price|cost|kost|preis/i.test(sentence));
}

/** The part of a sentence between commas that holds a position. */
function clauseAround(sentence: string, at: number): string {
  const breaks = [...sentence.matchAll(/,\s|;\s|:\s/g)].map(({ index }) => index);
  const from = breaks.filter((index) => index < at).at(-1) ?? 0;
  return sentence.slice(from, breaks.find((index) => index >= at) ?? sentence.length);
}

function source(number: StatedNumber, read: ReadSentence, facts: GateFacts, known: KnownPassages): Claim | null {
  const vehicle = backingVehicle(number, read);
  if (vehicle !== undefined) return { claim: number.quote, source: 'vehicle', sourceId: vehicle.id };
  const { dealership } = facts;
  const dealershipClaim: Claim = { claim: number.quote, source: 'dealership', sourceId: dealership.id };
  const at = number.start - read.sentence.start;
  if (number.kind === 'clock' && isOpeningTime(read.sentence.text, number.quote, at, facts)) return dealershipClaim;
  const isAmount = number.kind === 'money' || number.kind === 'distance';
  const clause = isAmount ? clauseAround(read.sentence.text, at) : read.sentence.text;
  const owned = customersOwn.test(clause) && !(number.kind === 'money' && deal.test(clause));
  // Repeating a time the customer named without leaving it to a person would read as an appointment.
  const leftOpen = (number.kind === 'clock' || number.kind === 'date') && leftToPerson.test(read.sentence.text);
  if ((owned || leftOpen) && customerStated(number, facts))
    return { claim: number.quote, source: 'customer', sourceId: null };
  const passage = known.backing(number, read.sentence.text, read.mentions.length > 0);
  return passage === null ? null : { claim: number.quote, source: 'knowledge', sourceId: passage };
}

const codes: Readonly<Record<StatedNumber['kind'], UsualCode>> = {
  money: 'price_differs',
  distance: 'mileage_differs',
  percent: 'percent_unknown',
  duration: 'duration_unknown',
  measure: 'figure_unknown',
  clock: 'time_unknown',
  date: 'date_unknown',
  year: 'year_differs',
  plain: 'number_unknown',
};

const spelledOut =
  /(?<![\p{L}])(?:\p{L}*(?:hundre|hundra|tusen|million(?:er)?|hundred|thousand|million|tusind|hundert|tausend)\p{L}*)\s(?:[\p{L}]+\s){0,2}?(?:kroner|kronor|kronen|euro|kr|kilometer|mil|km|kilometres|kilometers|crowns)(?![\p{L}])/giu;

/** Checks that every number is backed: by its car, the opening hours, the customer's own words or the knowledge. */
export function checkNumbers(
  masked: string,
  sentences: ReadSentence[],
  facts: GateFacts,
  findings: Findings,
  known: KnownPassages,
): void {
  for (const match of masked.matchAll(spelledOut)) findings.violations.push(violation('amount_in_words', match[0]));
  for (const number of findNumbers(masked)) {
    const read = sentences.find(({ sentence }) => number.start >= sentence.start && number.start < sentence.end);
    const claim = read === undefined ? null : source(number, read, facts, known);
    if (claim === null) findings.violations.push(violation(codes[number.kind], number.quote));
    else findings.claims.push(claim);
  }
}
