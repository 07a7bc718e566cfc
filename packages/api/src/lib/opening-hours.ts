import type { OpeningHours } from '../answering/types.ts';
import { after, DAY_MS, MINUTE_MS } from './clock.ts';

const STEP_MINUTES = 5;
const LONGEST_SEARCH_MS = 14 * DAY_MS;
const WEEKDAYS: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

// Making a formatter costs a thousand times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The weekday, and the minutes since midnight, by the clock of a place. */
function localTime(at: Date, timeZone: string): { day: string; minutes: number } {
  const parts = formatterOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? '';
  return { day: part('weekday').toLowerCase(), minutes: minutesOf(`${part('hour')}:${part('minute')}`) };
}

/** Tells whether a dealership is open at a time; one without opening hours counts as always open. */
export function isOpen(at: Date, hours: readonly OpeningHours[], timeZone: string): boolean {
  if (hours.length === 0) return true;
  const { day, minutes } = localTime(at, timeZone);
  return hours.some(
    (interval) => interval.day === day && minutesOf(interval.opens) <= minutes && minutes < minutesOf(interval.closes),
  );
}

/** When a dealership that is closed opens next, within a week; `null` when it is open or never opens. */
export function nextOpening(at: Date, hours: readonly OpeningHours[], timeZone: string): Date | null {
  if (isOpen(at, hours, timeZone)) return null;
  const today = localTime(at, timeZone);
  const opening = hours.filter(({ opens, closes }) => minutesOf(opens) < minutesOf(closes));
  if (opening.length === 0) return null;
  const waits = opening.map((interval) => {
    const days = (WEEKDAYS.indexOf(interval.day) - WEEKDAYS.indexOf(today.day) + 7) % 7;
    const wait = days * DAY_MS + (minutesOf(interval.opens) - today.minutes) * MINUTE_MS;
    return wait > 0 ? wait : wait + 7 * DAY_MS;
  });
  const guess = after(at, Math.min(...waits));
  guess.setUTCSeconds(0, 0);
  // The clock may be changed on the way there: an hour more or less.
  const { minutes } = localTime(guess, timeZone);
  const shift = [0, 60, -60].find((offset) => opening.some(({ opens }) => minutesOf(opens) === minutes + offset)) ?? 0;
  return after(guess, shift * MINUTE_MS);
}

/** The time so many minutes of opening hours later, to five minutes; plain minutes where no hours are known. */
export function afterOpenMinutes(at: Date, minutes: number, hours: readonly OpeningHours[], timeZone: string): Date {
  if (hours.length === 0) return after(at, minutes * MINUTE_MS);
  let left = minutes;
  let time = at;
  while (left > 0 && time.getTime() - at.getTime() < LONGEST_SEARCH_MS) {
    if (isOpen(time, hours, timeZone)) left -= STEP_MINUTES;
    time = after(time, STEP_MINUTES * MINUTE_MS);
  }
  return time;
}
