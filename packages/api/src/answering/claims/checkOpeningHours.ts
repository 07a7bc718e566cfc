import { weekdays } from '../replies/weekdays.ts';
import type { OpeningHours } from '../types.ts';

const dayPattern =
  '(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|måndag|tisdag|lördag|söndag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:er|s|ene|en)?';
const spans = new RegExp(`${dayPattern}(?:\\s?(?:–|-|—|til|to|till|bis|through)\\s?${dayPattern})?`, 'giu');
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['mandag', 'monday', 'måndag', 'montag'],
    ['tirsdag', 'tuesday', 'tisdag', 'dienstag'],
    ['onsdag', 'wednesday', 'mittwoch'],
    ['torsdag', 'thursday', 'donnerstag'],
    ['fredag', 'friday', 'freitag'],
    ['lørdag', 'saturday', 'lördag', 'samstag'],
    ['søndag', 'sunday', 'söndag', 'sonntag'],
  ].flatMap((names, index) => names.map((name) => [name, index])),
);

function minutes(hours: string, rest: string | undefined, half: string | undefined): number {
  const value = Number(hours) * 60 + Number(rest ?? 0);
  return half?.toLowerCase() === 'pm' && Number(hours) < 12 ? value + 720 : value;
}

function readTimes(quote: string): number[] {
  return [...quote.matchAll(/(\d{1,2})(?:[.:](\d{2}))?\s?(am|pm)?/giu)].map((match) =>
    minutes(match[1] ?? '', match[2], match[3]),
  );
}

function hoursOf(openingHours: OpeningHours[], day: number): Set<number> {
  const own = openingHours.filter((hours) => hours.day === weekdays[day]);
  return new Set(own.flatMap(({ opens, closes }) => [opens, closes].flatMap((time) => readTimes(time))));
}

/** The days a time belongs to: the last day or range of days named before it in the sentence; empty when none is. */
function daysBefore(sentence: string, at: number): number[] {
  const named = [...sentence.slice(0, at).matchAll(spans)].at(-1);
  const first = ordinals[named?.[1]?.toLowerCase() ?? ''];
  if (named === undefined || first === undefined) return [];
  const last = ordinals[named[2]?.toLowerCase() ?? ''] ?? first;
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, offset) => first + offset);
}

/** Whether a time of day in a sentence is one the dealership opens or closes at, on the day the sentence names. */
export function isOpeningTime(sentence: string, quote: string, at: number, openingHours: OpeningHours[]): boolean {
  const times = readTimes(quote);
  const named = daysBefore(sentence, at);
  const days = named.length > 0 ? named : weekdays.map((_, index) => index);
  const fits = (day: number) => times.every((time) => hoursOf(openingHours, day).has(time));
  return times.length > 0 && (named.length > 0 ? days.every(fits) : days.some(fits));
}
