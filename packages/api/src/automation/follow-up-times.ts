import { DAY_MS, HOUR_MS } from '../lib/clock.ts';
import { localTime } from '../lib/local-time.ts';

const FIRST_HOUR = 9;
const LAST_HOUR = 17;

function isPolite(at: Date, timeZone: string): boolean {
  const { day, minutes } = localTime(at, timeZone);
  return day !== 'sunday' && minutes >= FIRST_HOUR * 60 && minutes < LAST_HOUR * 60;
}

/** Moves a time on, by the hour, to the next one between 9 and 17 of a day that is not a Sunday, in the dealership's zone. */
export function politeTime(at: Date, timeZone: string): Date {
  if (isPolite(at, timeZone)) return at;
  let candidate = new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);
  // A Saturday evening is at most 40 hours from a Monday morning.
  for (let hours = 0; hours < 48 && !isPolite(candidate, timeZone); hours += 1)
    candidate = new Date(candidate.getTime() + HOUR_MS);
  return candidate;
}

/** When follow-ups are due: so many days after the first reply, each at a polite time. */
export function followUpTimes(repliedAt: Date, days: readonly number[], timeZone: string): Date[] {
  return days.map((day) => politeTime(new Date(repliedAt.getTime() + day * DAY_MS), timeZone));
}
