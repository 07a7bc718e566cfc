import type { Weekday } from '../types.ts';

/** The week as the dealership's customers count it. */
export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** Day names by language of the reply templates, Monday first. */
export const dayNames = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const spellings: readonly RegExp[] = [
  /\b(?:mandag(?:en)?|monday|montag)\b|(?<!\p{L})måndag(?!\p{L})/iu,
  /\b(?:tirsdag(?:en)?|tysdag|tuesday|tisdag|dienstag)\b/iu,
  /\b(?:onsdag(?:en)?|wednesday|mittwoch)\b/iu,
  /\b(?:torsdag(?:en)?|thursday|donnerstag)\b/iu,
  /\b(?:fredag(?:en)?|friday|freitag)\b/iu,
  /(?<!\p{L})(?:lørdag(?:en)?|lordag|laurdag|saturday|lördag|samstag)(?!\p{L})/iu,
  /(?<!\p{L})(?:søndag(?:en)?|sondag|sundag|sunday|söndag|sonntag)(?!\p{L})/iu,
];
const today =
  /(?<!\p{L})(?:i ?dag|i kveld|i ettermiddag|today|tonight|this (?:afternoon|evening)|heute|i eftermiddag|ikväll)(?!\p{L})/iu;
const tomorrow = /(?<!\p{L})(?:i ?morgen|i morra|i morgon|tomorrow|imorgon)(?!\p{L})/iu;

/** Null for a time zone the runtime does not know. */
function nameWeekday(now: Date, timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }).format(now);
  } catch {
    return null;
  }
}

function localWeekday(now: Date, timeZone: string): number {
  const name = nameWeekday(now, timeZone) ?? nameWeekday(now, 'UTC');
  return dayNames.en.indexOf(name as (typeof dayNames.en)[number]);
}

/** The weekday a customer speaks of (`lørdag`, `i morgen`), counted in the dealership's time zone; null when none. */
export function requestedDay(text: string, now: Date, timeZone: string): Weekday | null {
  const named = spellings.findIndex((pattern) => pattern.test(text));
  if (named !== -1) return weekdays[named] ?? null;
  const offset = today.test(text) ? 0 : tomorrow.test(text) ? 1 : null;
  return offset === null ? null : (weekdays[(localWeekday(now, timeZone) + offset) % 7] ?? null);
}
