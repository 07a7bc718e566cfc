import { spellingAliases } from './stock/makes.ts';
import { foldText } from './text/fold-text.ts';
import type { VehicleFacts } from './types.ts';

/** The parts of a vehicle that searching looks at, so that stock can be indexed before it is a full fact sheet. */
export type SearchableVehicle = Pick<VehicleFacts, 'make' | 'model' | 'variant' | 'year' | 'plate' | 'vin'>;

const word = /[\p{L}\p{N}]+/gu;
const definiteEnding = /^(.{2,}?)(?:en|et|ene|ens|(?<=[aeiouy])n)$/;
const maxTokens = 400;

const stopWords = new Set(
  (
    'og eller er en et ei den det de som jeg du vi dere han hun har hadde kan vil skal pa i til fra for med av om at hei ' +
    'hva hvor nar noe noen ikke bil bilen biler the a an is are it this that of to and or in on at you we i my your have ' +
    'do can for with hi hello car cars och ar jag ni inte bilar der die das und ist ich sie ein eine ja nei no yes'
  ).split(' '),
);

/** One word of a vehicle or of a customer's text, in the form both sides share. */
export function normalizeToken(token: string): string {
  return spellingAliases[token] ?? token;
}

/** Words of a text in order, folded, aliases resolved (`Škoda`→`skoda`, `VW`→`volkswagen`). */
export function wordsOf(text: string): string[] {
  const folded = foldText(text).replace(/\be[\s-]?tron\b/g, 'etron');
  return [...folded.matchAll(word)].map((match) => normalizeToken(match[0]));
}

const lettersOrDigits = /^(?:\p{L}{1,6}|\d{1,5})$/u;

/** Whether two neighbours may be one name: a number beside letters, or a single letter beside a word. */
function mayBeOneName(left: string, right: string): boolean {
  if (/\d/.test(left) !== /\d/.test(right)) return lettersOrDigits.test(left) || lettersOrDigits.test(right);
  if (/^(?:klasse|serie)$/.test(right)) return left.length === 1;
  return [left, right].some((part) => part.length === 1 && !stopWords.has(part)) && !/\d/.test(left);
}

/** Neighbours that customers write with or without a space: `id 4`, `xc 60`, `model y`, `3 serie`, `c klasse`. */
function joinNeighbours(words: string[]): string[] {
  return words.flatMap((current, index) => {
    const next = words[index + 1];
    if (next === undefined || current.length + next.length > 9) return [];
    return mayBeOneName(current, next) ? [current + next] : [];
  });
}

function withoutDefiniteEnding(words: string[]): string[] {
  return words.flatMap((token) => {
    const stem = definiteEnding.exec(token)?.[1];
    return stem === undefined ? [] : [normalizeToken(stem)];
  });
}

function isWorthIndexing(token: string): boolean {
  return token.length > 1 && !stopWords.has(token);
}

function vehicleText(vehicle: SearchableVehicle): string {
  const parts = [
    vehicle.make,
    vehicle.model,
    vehicle.variant,
    vehicle.year,
    vehicle.plate?.replace(/[\s-]/g, ''),
    vehicle.vin,
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(' ');
}

/**
 * Normalised search tokens of a vehicle (to index it) or of a text (to find it): the same function on both sides, at
 * most 400 tokens, in order of appearance.
 */
export function vehicleSearchTokens(source: SearchableVehicle | string): string[] {
  const words = wordsOf(typeof source === 'string' ? source : vehicleText(source)).slice(0, maxTokens);
  const tokens = [
    ...words,
    ...joinNeighbours(words),
    ...(typeof source === 'string' ? withoutDefiniteEnding(words) : []),
  ];
  return [...new Set(tokens.filter(isWorthIndexing))].slice(0, maxTokens);
}
