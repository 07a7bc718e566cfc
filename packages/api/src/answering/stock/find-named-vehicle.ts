import { foldText } from '../text/fold-text.ts';
import { normalizeToken, wordsOf } from '../vehicle-search-tokens.ts';
import { makes } from './makes.ts';
import { ordinaryNames } from './ordinary-names.ts';

const modelLike = /\d|^(?:serie|klasse|model|modell)$/;
const allCapitals = new Set(['bmw', 'byd', 'mg', 'ds', 'vw', 'gti', 'suv']);
const maxModelWords = 3;

function spell(word: string): string {
  const lower = word.toLowerCase();
  if (allCapitals.has(lower)) return lower.toUpperCase();
  if (/^i(?:\d|x)/.test(lower)) return `i${lower.slice(1).toUpperCase()}`;
  if (word !== lower) return word;
  return /\d/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

function isModelWord(word: string, make: string): boolean {
  const models = makes.get(make) ?? [];
  return (
    modelLike.test(word) || models.some((model) => wordsOf(model).includes(word) || wordsOf(model).join('') === word)
  );
}

/** Makes by the distinctive models people name alone (`xc60` → `volvo`). */
const makeOfModel = new Map(
  [...makes].flatMap(([make, models]) =>
    models
      .filter((model) => !ordinaryNames.has(model) && !/^\d+$/.test(model))
      .map((model): [string, string] => [wordsOf(model).join(''), make]),
  ),
);

function nameFrom(words: string[], folded: string[], at: number, make: string): string {
  const name = [spell(words[at] ?? '')];
  for (let index = at + 1; index <= at + maxModelWords && isModelWord(folded[index] ?? '', make); index += 1)
    name.push(spell(words[index] ?? ''));
  return name.join(' ');
}

/** The car a text names by a known make or model, as a reply may repeat it (`Porsche Taycan`); null when none. */
export function findNamedVehicle(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? [];
  const folded = words.map((word) => normalizeToken(foldText(word)));
  const atMake = folded.findIndex((word) => makes.has(word));
  if (atMake !== -1) return nameFrom(words, folded, atMake, folded[atMake] ?? '');
  const atModel = folded.findIndex((word) => makeOfModel.has(word.replace(/[.-]/g, '')));
  const make = makeOfModel.get(folded[atModel]?.replace(/[.-]/g, '') ?? '');
  return make === undefined ? null : `${spell(make)} ${nameFrom(words, folded, atModel, make)}`;
}
