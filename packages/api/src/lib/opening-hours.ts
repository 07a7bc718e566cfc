import type { OpeningHours } from '../answering/types.ts';
import { after, DAY_MS, MINUTE_MS } from './clock.ts';

const STEP_MINUTES = 5;
const LONGEST_SEARCH_MS = 14 * DAY_MS;

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

/** Tells whether a dealership is open at a time; one without opening hours counts as always open. */
export function isOpen(at: Date, hours: readonly OpeningHours[], timeZone: string): boolean {
  if (hours.length === 0) return true;
  const parts = formatterOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? '';
  const day = part('weekday').toLowerCase();
  const time = `${part('hour')}:${part('minute')}`;
  return hours.some((interval) => interval.day === day && interval.opens <= time && time < interval.closes);
}

/** The next time a dealership opens, to five minutes; `null` when that is further away than two weeks. */
export function nextOpening(at: Date, hours: readonly OpeningHours[], timeZone: string): Date | null {
  const stepMs = STEP_MINUTES * MINUTE_MS;
  let time = new Date(Math.ceil(at.getTime() / stepMs) * stepMs);
  while (time.getTime() - at.getTime() < LONGEST_SEARCH_MS) {
    if (isOpen(time, hours, timeZone)) return time;
    time = after(time, stepMs);
  }
  return null;
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
