import { stopWords } from '../knowledge/stop-words.ts';
import { findNamedVehicle } from '../stock/find-named-vehicle.ts';
import { foldText } from '../text/fold-text.ts';

const before = '(?<![\\p{L}\\p{N}-])';
const label =
  '(?:(?:ind)?reg(?:istrerings?|istration|istered as)?[.:\\s-]*(?:nr|nummer|number|numret|no)?\\.?|skilt(?:et|nummer|nr)?|(?:bil)?skilt|kjennemerke|(?:nr|nummer)\\.?\\s?pla(?:de|te)n?r?|(?:number |licen[cs]e )?plates?|kennzeichen|registreringsskylt(?:en)?)' +
  '\\s*(?:er|e|ar|är|is|ist|as|lautet)?\\s*[:=]?\\s*["“„«(]?';
const labelBehind = '["”“»)]?\\s*(?:er|e|är|ar|is|ist) (?:reg|skilt|nummer|plat|kennz)';
/** A number with a unit behind it is a price or a distance. */
const noUnit = '(?![\\d\\p{L}]|\\s?(?:kr|km|mil\\b|,-|%|hk\\b|kw))';

/** Plates by country: Norway without I, M, O and Q, Sweden without I, Q and V, Denmark, Germany, Britain. */
const norwegian = '[A-HJ-LNPR-Z]{2}[\\s-]?[1-9]\\d{3,4}';
const danish = '[A-ZÆØÅ]{2}\\s?\\d{2}\\s\\d{3}';
const swedish = '[A-HJ-PR-UW-Z]{3}[\\s-]?\\d{2}[0-9A-HJ-NP-UW-Z]';
const german = '[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2}[\\s-]?\\d{1,4}[EH]?';
const spacedGerman = '[A-ZÄÖÜ]{1,3}\\s[A-ZÄÖÜ]{1,2}\\s?\\d{1,4}[EH]?';
const british = '[A-HJ-PR-Y][A-HJ-PR-Y][0-9]{2}\\s?[A-HJ-PR-Z]{3}';
const carPlate = '[A-HJ-LNPR-Z]{2}[\\s-]?[1-9]\\d{4}';
const anyPlate = `${danish}|${norwegian}|${swedish}|${german}|${spacedGerman}|${british}`;

const labelled: readonly RegExp[] = [
  new RegExp(`${before}${label}(${anyPlate})${noUnit}`, 'giu'),
  new RegExp(`${before}(${danish}|${swedish}|${norwegian})${labelBehind}`, 'giu'),
];
const unlabelled: readonly RegExp[] = [
  new RegExp(`${before}(${german})${noUnit}`, 'gu'),
  new RegExp(`${before}(${danish})${noUnit}`, 'gu'),
  new RegExp(`${before}(${carPlate})${noUnit}`, 'gu'),
  new RegExp(`${before}(${british})${noUnit}`, 'gu'),
  new RegExp(`${before}(${swedish})${noUnit}`, 'gu'),
  // Germany's three parts apart look like words, unless all of it is in capitals and a town of two or three letters.
  new RegExp(`${before}([A-ZÄÖÜ]{2,3}\\s[A-ZÄÖÜ]{2}\\s?\\d{3,4}[EH]?)${noUnit}`, 'gu'),
  new RegExp(`${before}((?:e[klvbcdefh]|[a-hj-lnpr-z]{2})[\\s-]?[1-9]\\d{4})${noUnit}`, 'giu'),
];
/** Letters that stand before numbers for other reasons (`kr 34900`, `CX 2020`, `BMW 320`). */
const notAPlate =
  /^(?:(?:kr|nr|ca|pr|er|pa|på|av|en|et|id|my|cx|up|no|se|dk|de|kl|til|at|fra|har|gå|om|og|in|on|by|to|is|im|um|zu|so|eq|gl|mg|vw|mb)[\s-]?\d|(?:bmw|glc|gle|gla|glb|gls|eqa|eqb|eqc|amg|tdi|tsi|suv|max|ca|nok|sek|dkk|eur|usd|kun|for|ned|rav|hrv|crv|cla|cls|slk|kia|mgs|mil|hos|kan|mot|vid|per|got|the|for|was|bis|mit|nur|von|und|aus|bei)[\s-]?\d)/i;

/** Ordinary words that are plates as well, in capitals; `ev 45000` is Swedish for "possibly". */
const smallWord = /^(?:(?:as|ab|ds)[\s-]?|[Ee]v\s)\d/;
/** `Nordbil AS 98765`: the end of a company's name, and a number of its own. */
const company = /^A[SB]\s/;
/** `Innbyttebil AB 12345`, `Skilt: AB 12345`: what is called a car or its plate is no company. */
const callsCar =
  /^(?:bil|inn?byt|bytt|bytebil|reg|skilt|nummer|nr|plade|plate|trade|car|auto|wagen|kjoretoy|koretoj|fordon|fahrzeug|vehicle|vurder|varder|bewert|gjeld|gaeld|galler|angar|betrifft)/;
const wordBefore = /(\p{Lu}[\p{L}\p{N}&.’'-]{2,})\s$/u;
/** Any word has a capital there (`Sender AB 12345`). */
const begins = /(?:^|[.!?:\n])\s*$/;
/** A company writes its name below what it wrote. */
const signedOff =
  /(?<!\p{L})(?:mvh|vh|hilsen|helsing|hälsning\p{L}*|regards|gruß|grüßen?|grüssen?|mfg|firma\p{L}*|company)(?!\p{L})[\s\S]{0,80}$/iu;

function endsCompany(plate: string, before: string): boolean {
  const named = company.test(plate) ? wordBefore.exec(before) : null;
  const word = named?.[1];
  if (word === undefined || callsCar.test(foldText(word)) || stopWords.has(foldText(word))) return false;
  if (findNamedVehicle(word) !== null) return false;
  return signedOff.test(before) || !begins.test(before.slice(0, named?.index));
}

/** `EK 12345`, `BT 40 772`, `KPD 38R`, `M-XA 4418`: letters in capitals, in the groups of their country. */
function spell(plate: string): string {
  const written = plate.toUpperCase().replace(/\s+/g, ' ').trim();
  const grouped = /^([A-Z]{2})[ -]?(\d{4,5})$/.exec(written) ?? /^([A-Z]{3})-(\d{2}[0-9A-Z])$/.exec(written);
  return grouped === null ? written : `${grouped[1]} ${grouped[2]}`;
}

/** The number plate a text gives; null when there is none. */
export function findPlate(text: string): string | null {
  const called = labelled
    .map((pattern) => text.matchAll(pattern).next().value?.[1])
    .find((found) => found !== undefined);
  if (called !== undefined) return spell(called);
  for (const pattern of unlabelled)
    for (const { 1: found = '', index } of text.matchAll(pattern))
      if (!notAPlate.test(found) && !smallWord.test(found) && !endsCompany(found, text.slice(0, index)))
        return spell(found);
  return null;
}
