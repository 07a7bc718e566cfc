import { findModelMention } from './stock/find-model-mention.ts';
import { makes } from './stock/makes.ts';
import { ownedWords } from './stock/owned-words.ts';
import { foldText } from './text/fold-text.ts';
import type { VehicleFacts, VehicleStatus } from './types.ts';
import { vehicleSearchTokens, wordsOf } from './vehicle-search-tokens.ts';

interface Reading {
  compact: string;
  lower: string;
  words: string[];
  /** Words outside descriptions of the customer's own car. */
  wanted: Set<string>;
  owned: Set<number>;
  years: Set<number>;
}

interface Candidate {
  vehicle: VehicleFacts;
  points: number;
  certainty: number;
}

const statusRank: Record<VehicleStatus, number> = { available: 2, demo: 2, reserved: 1, sold: 0 };
const clearMargin = 1.5;
const shortYear = /(?:^|[\s(])'?(\d{2})[\s-]*modell?/gu;

function readText(text: string): Reading {
  const folded = foldText(text);
  const words = wordsOf(text);
  const owned = ownedWords(words);
  const free = words.filter((_, index) => !owned.has(index));
  const years = free.filter((token) => /^(?:19[89]|20[0-4])\d$/.test(token)).map(Number);
  for (const match of folded.matchAll(shortYear)) years.push(2000 + Number(match[1]));
  const wanted = new Set(vehicleSearchTokens(free.join(' ')));
  return { compact: folded.replace(/[^a-z0-9]/g, ''), lower: folded, words, wanted, owned, years: new Set(years) };
}

function namedExactly(vehicle: VehicleFacts, reading: Reading): boolean {
  const plate = vehicle.plate === null ? '' : foldText(vehicle.plate).replace(/[^a-z0-9]/g, '');
  const vin = vehicle.vin === null ? '' : foldText(vehicle.vin);
  const url =
    vehicle.listingUrl === null
      ? ''
      : foldText(vehicle.listingUrl)
          .replace(/^https?:\/\/(?:www\.)?/, '')
          .replace(/\/$/, '');
  const hasPlate = plate.length >= 5 && (reading.wanted.has(plate) || reading.words.join('').includes(plate));
  return (
    hasPlate ||
    (vin.length >= 11 && reading.compact.includes(vin)) ||
    (url.includes('/') && reading.lower.includes(url))
  );
}

function mentionsMake(vehicle: VehicleFacts, reading: Reading): boolean {
  return wordsOf(vehicle.make).some((part) => part.length > 1 && reading.wanted.has(part));
}

/** Share of the variant that is mentioned, and whether the variant alone names the car (`320d`, `C 220`). */
function variantPoints(vehicle: VehicleFacts, reading: Reading): { points: number; namesCar: boolean } {
  const tokens = vehicle.variant === null ? [] : vehicleSearchTokens(vehicle.variant);
  const matched = tokens.filter((token) => reading.wanted.has(token));
  return {
    points: Math.min(3, matched.length),
    namesCar: matched.some((token) => /^(?=.*\d)(?=.*[a-z])\w{4,}$/.test(token)),
  };
}

function mentionsNumber(reading: Reading, value: number | null): boolean {
  return (
    value !== null &&
    value > 2100 &&
    new RegExp(`(?<!\\d)${String(value)}(?!\\d)`).test(reading.lower.replace(/(?<=\d)[ .,\u00a0](?=\d{3}(?!\d))/g, ''))
  );
}

function detailPoints(vehicle: VehicleFacts, reading: Reading): number {
  const details = [vehicle.fuel, vehicle.colour, vehicle.body].filter((detail) => detail !== null);
  const named = details.filter((detail) => wordsOf(detail).some((token) => reading.wanted.has(token))).length;
  return named + (mentionsNumber(reading, vehicle.price) ? 3 : 0) + (mentionsNumber(reading, vehicle.mileage) ? 2 : 0);
}

/** The make stands before a model that this vehicle is not, so the make alone must not decide. */
function namesOtherModel(vehicle: VehicleFacts, reading: Reading): boolean {
  const makeWords = wordsOf(vehicle.make);
  const known = [...makes].find(([make]) => makeWords.includes(wordsOf(make)[0] ?? ''))?.[1] ?? [];
  if (known.some((model) => reading.wanted.has(wordsOf(model).join('')))) return true;
  return reading.words.some(
    (token, index) =>
      makeWords.includes(reading.words[index - 1] ?? '') && /\d/.test(token) && !/^(?:19|20)\d\d$/.test(token),
  );
}

function judge(vehicle: VehicleFacts, reading: Reading): Candidate | null {
  if (namedExactly(vehicle, reading)) return { vehicle, points: 100, certainty: 0.99 };
  const make = mentionsMake(vehicle, reading);
  const variant = variantPoints(vehicle, reading);
  const mention = findModelMention(reading.words, reading.owned, vehicle.make, vehicle.model);
  const quality = mention > 0 ? mention : variant.namesCar && make ? 0.8 : 0;
  if (quality === 0 && (!make || namesOtherModel(vehicle, reading))) return null;
  const yearStated = vehicle.year !== null && reading.years.size > 0;
  if (yearStated && !reading.years.has(vehicle.year ?? 0)) return null;
  const points = quality * 10 + (make ? 3 : 0) + (yearStated ? 3 : 0) + variant.points + detailPoints(vehicle, reading);
  const base = quality === 0 ? 0.4 : 0.35 + quality * 0.3;
  const certainty = base + (make ? 0.15 : 0) + (yearStated ? 0.12 : 0) + variant.points * 0.02;
  return { vehicle, points, certainty: Math.min(0.97, certainty) };
}

function pickBest(candidates: Candidate[]): Candidate | null {
  const ranked = [...candidates].sort(
    (left, right) => right.points - left.points || statusRank[right.vehicle.status] - statusRank[left.vehicle.status],
  );
  const top = ranked[0];
  if (top === undefined) return null;
  const rivals = ranked.filter((candidate) => top.points - candidate.points < clearMargin);
  if (rivals.length === 1) return top;
  const bestRank = Math.max(...rivals.map(({ vehicle }) => statusRank[vehicle.status]));
  const preferred = rivals.filter(({ vehicle }) => statusRank[vehicle.status] === bestRank);
  const only = preferred.length === 1 ? preferred[0] : undefined;
  return only === undefined ? null : { ...only, certainty: only.certainty - 0.1 };
}

/**
 * The stock vehicle a text is about: by plate, VIN or listing address, else by make, model, variant and year. Null when
 * none fits or several fit equally well; among equals one that is for sale wins over one that is not.
 */
export function resolveVehicle(
  text: string,
  candidates: VehicleFacts[],
): { vehicle: VehicleFacts; certainty: number } | null {
  const reading = readText(text);
  const judged = candidates.map((vehicle) => judge(vehicle, reading)).filter((candidate) => candidate !== null);
  const named = judged.filter(({ points }) => points >= 8.5);
  // A make alone only points at a car when it is the only one of that make.
  const best = pickBest(named.length > 0 ? named : judged);
  if (best === null) return null;
  return { vehicle: best.vehicle, certainty: Math.max(0.3, Number(best.certainty.toFixed(2))) };
}
