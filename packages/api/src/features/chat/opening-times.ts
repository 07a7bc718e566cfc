import { after, DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import type { DealershipRecord, Weekday } from '../dealership/model.ts';

type Hours = Pick<DealershipRecord, 'opening_hours' | 'time_zone'>;

const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface LocalTime {
  day: Weekday;
  /** Minutes since midnight. */
  minutes: number;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((item) => item.type === type)?.value ?? '';
  const day = part('weekday').toLowerCase() as Weekday;
  return { day: WEEKDAYS.includes(day) ? day : 'monday', minutes: minutesOf(`${part('hour')}:${part('minute')}`) };
}

/** Whether a dealership is open at a time, by its own clock. */
export function isOpenAt({ opening_hours: hours, time_zone: timeZone }: Hours, at: Date): boolean {
  const { day, minutes } = localTime(at, timeZone);
  return hours.some(
    (interval) => interval.day === day && minutesOf(interval.opens) <= minutes && minutes < minutesOf(interval.closes),
  );
}

/** When a dealership that is closed opens next, within a week; `null` when it is open or has no hours. */
export function nextOpening(dealership: Hours, at: Date): Date | null {
  if (dealership.opening_hours.length === 0 || isOpenAt(dealership, at)) return null;
  const today = localTime(at, dealership.time_zone);
  const waits: number[] = [];
  for (const interval of dealership.opening_hours) {
    const days = (WEEKDAYS.indexOf(interval.day) - WEEKDAYS.indexOf(today.day) + 7) % 7;
    const wait = days * DAY_MS + (minutesOf(interval.opens) - today.minutes) * MINUTE_MS;
    waits.push(wait > 0 ? wait : wait + 7 * DAY_MS);
  }
  const guess = after(at, Math.min(...waits));
  guess.setUTCSeconds(0, 0);
  // The clock may be changed on the way there: an hour more or less.
  const { minutes } = localTime(guess, dealership.time_zone);
  const opens = dealership.opening_hours.map((interval) => minutesOf(interval.opens));
  const shift = [0, 60, -60].find((offset) => opens.includes(minutes + offset)) ?? 0;
  return after(guess, shift * MINUTE_MS);
}
