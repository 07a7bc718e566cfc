import { localTime } from '../../lib/local-time.ts';
import { weekdays } from '../../lib/weekdays.ts';
import type { Language, Weekday } from '../types.ts';

/** Day names by language, Monday first. */
export const dayNames: Readonly<Record<Language, readonly string[]>> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
};

const day = (names: string) => new RegExp(`(?<!\\p{L})(?:${names})(?:s|e[nr]|ene|arna)?(?!\\p{L})`, 'iu');
const spellings: readonly RegExp[] = [
  day('mandag|monday|montag|måndag'),
  day('tirsdag|tysdag|tuesday|tisdag|dienstag'),
  day('onsdag|wednesday|mittwoch'),
  day('torsdag|thursday|donnerstag'),
  day('fredag|friday|freitag'),
  day('lørdag|lordag|laurdag|saturday|lördag|samstag|sonnabend'),
  day('søndag|sondag|sundag|sunday|söndag|sonntag'),
];
const today =
  /(?<!\p{L})(?:i ?dag|i kveld|i ettermiddag|today|tonight|this (?:afternoon|evening)|heute|i eftermiddag|i aften|ikväll|i kväll)(?!\p{L})/iu;
const tomorrow =
  /(?<!\p{L})(?:i ?morgen|i morra|i morgon|tomorrow|imorgon)(?!\p{L})|(?<!(?:am|guten)\s|\p{L})morgen(?!\p{L})/iu;

/** By UTC for a time zone the runtime does not know. */
function localWeekday(now: Date, timeZone: string): Weekday {
  try {
    return localTime(now, timeZone).day;
  } catch {
    return localTime(now, 'UTC').day;
  }
}

/** The weekday a customer speaks of (`lørdag`, `i morgen`), counted in the dealership's time zone; null when none. */
export function requestedDay(text: string, now: Date, timeZone: string): Weekday | null {
  const named = spellings.findIndex((pattern) => pattern.test(text));
  if (named !== -1) return weekdays[named] ?? null;
  const offset = today.test(text) ? 0 : tomorrow.test(text) ? 1 : null;
  return offset === null ? null : (weekdays[(weekdays.indexOf(localWeekday(now, timeZone)) + offset) % 7] ?? null);
}
