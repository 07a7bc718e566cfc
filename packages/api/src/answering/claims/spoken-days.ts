import { weekdays } from '../../lib/weekdays.ts';
import { dayNames, requestedDay } from '../replies/weekdays.ts';

const dayPattern =
  '(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|måndag|tisdag|lördag|söndag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:er|s|ene|en)?';
const spans = new RegExp(`${dayPattern}(?:\\s?(?:–|-|—|til|to|till|bis|through)\\s?${dayPattern})?`, 'giu');
const otherNames = [
  ['måndag', 'montag'],
  ['tisdag', 'dienstag'],
  ['mittwoch'],
  ['donnerstag'],
  ['freitag'],
  ['lördag', 'samstag'],
  ['söndag', 'sonntag'],
];
const ordinals: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap((_, index) =>
    [dayNames.nb[index], dayNames.en[index], ...(otherNames[index] ?? [])].map((name): [string, number] => [
      name?.toLowerCase() ?? '',
      index,
    ]),
  ),
);

const relativeDay =
  /(?<!\p{L})(?:i ?dag|i kveld|i ettermiddag|today|tonight|this (?:afternoon|evening)|i kväll|ikväll|i aften|i eftermiddag|heute|i ?morgen|i morgon|tomorrow|imorgon)(?!\p{L})/giu;

/** Days a piece of text speaks of, as places in the week from 0 for Monday; a range counts every day in it. */
export interface SpokenDays {
  at: number;
  days: number[];
}

/** Every day or range of days in a text, in order; `today` and its like count as the weekday they are. */
export function spokenDays(text: string, now: Date, timeZone: string): SpokenDays[] {
  const named = [...text.matchAll(spans)].map((match): SpokenDays => {
    const first = ordinals.get(match[1]?.toLowerCase() ?? '') ?? 0;
    const last = ordinals.get(match[2]?.toLowerCase() ?? '') ?? first;
    return {
      at: match.index,
      days: Array.from({ length: Math.max(1, last - first + 1) }, (_, offset) => first + offset),
    };
  });
  const relative = [...text.matchAll(relativeDay)].map((match): SpokenDays => {
    const day = requestedDay(match[0], now, timeZone);
    return { at: match.index, days: day === null ? [] : [weekdays.indexOf(day)] };
  });
  return [...named, ...relative].sort((left, right) => left.at - right.at);
}
