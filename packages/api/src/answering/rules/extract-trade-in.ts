import { findNamedVehicle } from '../stock/find-named-vehicle.ts';
import { ownedWords } from '../stock/owned-words.ts';
import { foldText } from '../text/fold-text.ts';
import { wordsOf } from '../vehicle-search-tokens.ts';
import { findPlate } from './find-plate.ts';
import { findIntentPhrases } from './lexicon.ts';

/** As much of a text behind a car's name as still speaks of it. */
const description = 90;
const modelYear = /(?<![\d.])(?:19[89]|20[0-4])\d(?!\d|\.\d|\s?(?:km|kr|mil\b|,-))/;
const distance = /\d{1,3}(?:[ .,']?\d{3}){0,3}\s?(?:k|tusen|tkm)?\s?(?:km|mil|kilometer\p{L}*|tkm)(?!\p{L})/iu;

/** Where the customer's own car is described: their words about it, up to a few more. */
function ownDescription(text: string): { owned: string; from: string } | null {
  const pieces = text.split(/(\s+)/);
  const words = pieces.filter((_, index) => index % 2 === 0);
  const owned = ownedWords(words.map((word) => wordsOf(word)[0] ?? ''));
  const first = Math.min(...owned);
  if (!Number.isFinite(first)) return null;
  return {
    owned: words.filter((_, index) => owned.has(index)).join(' '),
    from: pieces
      .slice(first * 2)
      .join('')
      .replace(/\s+/g, ' '),
  };
}

function mileageIn(text: string): string | null {
  const written = distance.exec(text)?.[0].toLowerCase();
  return written?.replace(/[ .,']+/g, ' ').trim() ?? null;
}

function describeOwned(text: string): Pick<TradeIn, 'name' | 'mileage'> {
  const described = ownDescription(text);
  const car = described === null ? null : findNamedVehicle(described.owned);
  if (described === null || car === null) return { name: null, mileage: null };
  const near = described.from.slice(0, described.owned.length + description);
  const year = modelYear.exec(described.owned)?.[0] ?? modelYear.exec(near.slice(0, car.length + 24))?.[0];
  return { name: year === undefined ? car : `${car} ${year}`, mileage: mileageIn(near) };
}

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
  const speaksOf = (intents: readonly Parameters<typeof findIntentPhrases>[0][]) =>
    intents.some((intent) => findIntentPhrases(intent, folded).length > 0);
  const read = { ...describeOwned(text), plate: findPlate(text) };
  // Who asks for a car and gives the plate of their own has no need to say what for.
  const isOffered = read.name !== null && read.plate !== null && speaksOf(['buy', 'price', 'availability', 'finance']);
  return isOffered || speaksOf(['trade_in', 'sell']) ? read : null;
}

/** What stands for a car that a customer has and says nothing of. */
export const notDescribed = 'Not described';

function inOneLine({ name, mileage, plate }: TradeIn): string {
  const found = [name, mileage, plate].filter((part) => part !== null);
  return found.length > 0 ? found.join(', ') : notDescribed;
}

/** The car a customer wants to hand in in one line, by description and plate; null when no trade-in is mentioned. */
export function extractTradeIn(text: string): string | null {
  const read = readTradeIn(text);
  return read === null ? null : inOneLine(read);
}

/** The same of words about nothing but the customer's own car: whatever car or plate they give is that. */
export function describeOwnCar(words: string): string | null {
  const name = findNamedVehicle(words);
  const plate = findPlate(words);
  if (name === null && plate === null) return null;
  const year = name === null ? undefined : modelYear.exec(words)?.[0];
  return inOneLine({ name: year === undefined ? name : `${name} ${year}`, mileage: mileageIn(words), plate });
}
