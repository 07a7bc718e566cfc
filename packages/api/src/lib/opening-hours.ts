import type { OpeningHours } from '../answering/types.ts';
import { after, DAY_MS, MINUTE_MS } from './clock.ts';
import { localTime } from './local-time.ts';
import { weekdays } from './weekdays.ts';

const LONGEST_SEARCH_MS = 14 * DAY_MS;
const DAY_MINUTES = 24 * 60;

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How many minutes a dealership stays open, as things are at a time; 0 when it is closed. */
function minutesLeft(at: Date, hours: readonly OpeningHours[], timeZone: string): number {
  const { day, minutes } = localTime(at, timeZone);
  const now = hours.filter((interval) => interval.day === day && minutesOf(interval.opens) <= minutes);
  return Math.max(0, ...now.map(({ closes }) => minutesOf(closes) - minutes));
}

/** Tells whether a dealership is open at a time; one without opening hours counts as always open. */
export function isOpen(at: Date, hours: readonly OpeningHours[], timeZone: string): boolean {
  return hours.length === 0 || minutesLeft(at, hours, timeZone) > 0;
}

/** Milliseconds until an interval begins, as if no clock were changed on the way. */
function waitFor({ day, opens }: OpeningHours, today: ReturnType<typeof localTime>): number {
  const days = (weekdays.indexOf(day) - weekdays.indexOf(today.day) + 7) % 7;
  const waitMs = days * DAY_MS + (minutesOf(opens) - today.minutes) * MINUTE_MS;
  return waitMs > 0 ? waitMs : waitMs + 7 * DAY_MS;
}

/** When a dealership that is closed opens next, within a week; `null` when it is open or never opens. */
export function nextOpening(at: Date, hours: readonly OpeningHours[], timeZone: string): Date | null {
  if (isOpen(at, hours, timeZone)) return null;
  const today = localTime(at, timeZone);
  const [next] = hours
    .filter(({ opens, closes }) => minutesOf(opens) < minutesOf(closes))
    .map((interval) => ({ interval, waitMs: waitFor(interval, today) }))
    .sort((one, other) => one.waitMs - other.waitMs);
  if (!next) return null;
  const guess = after(at, next.waitMs);
  guess.setUTCSeconds(0, 0);
  // The clock may be changed on the way there: the wall then shows an hour more or less than it opens at.
  const ahead = (localTime(guess, timeZone).minutes - minutesOf(next.interval.opens) + DAY_MINUTES) % DAY_MINUTES;
  const opensAt = after(guess, (ahead > DAY_MINUTES / 2 ? DAY_MINUTES - ahead : -ahead) * MINUTE_MS);
  // An hour that the change leaves out begins when it would have.
  return opensAt > at ? opensAt : guess;
}

/** The time so many minutes of opening hours later, within two weeks; plain minutes where no hours are known. */
export function afterOpenMinutes(at: Date, minutes: number, hours: readonly OpeningHours[], timeZone: string): Date {
  if (hours.length === 0) return after(at, minutes * MINUTE_MS);
  const latest = after(at, LONGEST_SEARCH_MS);
  let time = at;
  for (let left = minutes; left > 0 && time < latest; ) {
    const passing = Math.min(left, minutesLeft(time, hours, timeZone));
    time = passing > 0 ? after(time, passing * MINUTE_MS) : (nextOpening(time, hours, timeZone) ?? latest);
    left -= passing;
  }
  return time < latest ? time : latest;
}
