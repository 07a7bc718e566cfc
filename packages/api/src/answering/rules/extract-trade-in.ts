import { makes } from '../stock/makes.ts';
import { ownedWords } from '../stock/owned-words.ts';
import { foldText } from '../text/fold-text.ts';
import { wordsOf } from '../vehicle-search-tokens.ts';
import { findIntentPhrases } from './lexicon.ts';

// Norwegian plates without I, M, O and Q; a year after two letters ("CX 2020") is not a plate.
const labelled =
  /(?:reg\.?\s?(?:nr|nummer)?\.?|registreringsnummer|skilt(?:nummer)?|plate|registration)\s*(?:er|is|:)?\s*([A-HJ-LNPR-Z]{2}\s?[1-9]\d{3,4})(?!\d)/iu;
const bare = /(?<![\p{L}\p{N}])([A-HJ-LNPR-Z]{2}\s?[1-9]\d{4})(?!\d|\s?(?:kr|km|,-))/u;
const spaced = /(?<![\p{L}\p{N}])((?:e[klvbcdefh]|[a-hj-lnpr-z]{2})\s?[1-9]\d{4})(?!\d|\s?(?:kr|km|,-))/iu;
const notAPlate = /^(?:kr|nr|ca|pr|er|pa|av|en|et|id|my|cx|up|no)$/i;

function findPlate(text: string): string | null {
  const match = labelled.exec(text) ?? bare.exec(text) ?? spaced.exec(text);
  const plate = match?.[1]?.toUpperCase().replace(/\s/g, '') ?? null;
  return plate === null || notAPlate.test(plate.slice(0, 2)) ? null : `${plate.slice(0, 2)} ${plate.slice(2)}`;
}

/** A word that is no longer part of the car's name, such as half a plate. */
const endsDescription = /^(?:[a-z]{2}|\d{5}|jeg|som|vi|vil|med|der|that|which|with|had|has|har|fra|from)$/;

function spellName(part: string): string {
  return part.length <= 3 || /\d/.test(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);
}

/** The kilometres said of the car right after its name. */
function drivenBy(text: string, makeOrModel: string): string | null {
  const after = foldText(text).split(makeOrModel)[1]?.slice(0, 60) ?? '';
  return /\d[\d .]*\s?(?:km|mil)\b/.exec(after)?.[0].replace(/[ .]+/g, ' ') ?? null;
}

function describeOwned(text: string): Pick<TradeIn, 'name' | 'mileage'> {
  const words = wordsOf(text);
  const owned = ownedWords(words);
  const spelled = [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match[0]);
  const start = words.findIndex((token, index) => owned.has(index) && makeWords.has(token));
  if (start === -1) return { name: null, mileage: null };
  const parts: string[] = [];
  for (
    let index = start;
    owned.has(index) && index < start + 5 && !endsDescription.test(spelled[index] ?? '');
    index += 1
  )
    parts.push(spelled[index] ?? '');
  const name = parts
    .filter((part, index) => !/^\d{1,3}$/.test(part) || index < 2)
    .map(spellName)
    .join(' ');
  return { name, mileage: drivenBy(text, words[start] ?? '') };
}

const makeWords = new Set(
  [...makes].flatMap(([make, models]) => [...wordsOf(make), ...models.filter((model) => /^[a-z]{4,}$/.test(model))]),
);

/** The customer's own car, as far as they described it. */
export interface TradeIn {
  /** Make and model with the year; null when it was not named. */
  name: string | null;
  /** Kilometres as they were written, with the unit. */
  mileage: string | null;
  plate: string | null;
}

/** What a customer says of the car they want to hand in or sell; null when they speak of none. */
export function readTradeIn(text: string): TradeIn | null {
  const folded = foldText(text);
  if (findIntentPhrases('trade_in', folded).length === 0 && findIntentPhrases('sell', folded).length === 0) return null;
  return { ...describeOwned(text), plate: findPlate(text) };
}

/** The car a customer wants to hand in in one line, by description and plate; null when no trade-in is mentioned. */
export function extractTradeIn(text: string): string | null {
  const read = readTradeIn(text);
  if (read === null) return null;
  const found = [read.name, read.mileage, read.plate].filter((part) => part !== null);
  return found.length > 0 ? found.join(', ') : 'Not described';
}
