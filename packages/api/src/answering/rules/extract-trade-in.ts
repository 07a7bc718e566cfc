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

function describeOwned(text: string): Pick<TradeIn, 'name' | 'mileage'> {
  const described = ownDescription(text);
  const car = described === null ? null : findNamedVehicle(described.owned);
  if (described === null || car === null) return { name: null, mileage: null };
  const near = described.from.slice(0, described.owned.length + description);
  const year = modelYear.exec(described.owned)?.[0] ?? modelYear.exec(near.slice(0, car.length + 24))?.[0];
  const mileage =
    distance
      .exec(near)?.[0]
      .toLowerCase()
      .replace(/[ .,']+/g, ' ')
      .trim() ?? null;
  return { name: year === undefined ? car : `${car} ${year}`, mileage };
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

/** The car a customer wants to hand in in one line, by description and plate; null when no trade-in is mentioned. */
export function extractTradeIn(text: string): string | null {
  const read = readTradeIn(text);
  if (read === null) return null;
  const found = [read.name, read.mileage, read.plate].filter((part) => part !== null);
  return found.length > 0 ? found.join(', ') : 'Not described';
}
