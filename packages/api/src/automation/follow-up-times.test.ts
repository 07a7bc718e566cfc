import { describe, expect, it } from 'vitest';
import { followUpTimes, politeTime } from './follow-up-times.ts';

const OSLO = 'Europe/Oslo';
const polite = (text: string, zone = OSLO) => politeTime(new Date(text), zone).toISOString();

describe('a polite time', () => {
  it.each([
    ['in the middle of a working day stays as it is', '2026-11-18T12:34:56.000Z', '2026-11-18T12:34:56.000Z'],
    ['at 9 sharp stays', '2026-11-18T08:00:00.000Z', '2026-11-18T08:00:00.000Z'],
    ['just before 17 stays', '2026-11-18T15:59:59.000Z', '2026-11-18T15:59:59.000Z'],
    ['at 17 sharp moves to the next morning', '2026-11-18T16:00:00.000Z', '2026-11-19T08:00:00.000Z'],
    ['in the night moves to that morning', '2026-11-18T02:30:00.000Z', '2026-11-18T08:00:00.000Z'],
    ['on a Saturday evening moves to Monday', '2026-11-21T18:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['on a Saturday noon stays', '2026-11-21T11:00:00.000Z', '2026-11-21T11:00:00.000Z'],
    ['on a Sunday moves to Monday', '2026-11-22T12:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['is local: 8.30 in London is 9.30 in Oslo', '2026-11-18T08:30:00.000Z', '2026-11-18T08:30:00.000Z'],
  ])('%s', (_what, from, to) => {
    expect(polite(from)).toBe(to);
  });

  it.each([
    // The night in which Oslo goes to summer time: Saturday 28 March 2026 17.00 is UTC+1, Monday 9.00 is UTC+2.
    ['into summer time', '2026-03-28T16:00:00.000Z', '2026-03-30T07:00:00.000Z'],
    ['out of summer time', '2026-10-24T15:00:00.000Z', '2026-10-26T08:00:00.000Z'],
    ['in summer', '2026-07-15T20:00:00.000Z', '2026-07-16T07:00:00.000Z'],
  ])('is 9 by the clock on the wall %s', (_what, from, to) => {
    expect(polite(from)).toBe(to);
  });

  it('keeps to the zone of the dealership, half hours included', () => {
    expect(polite('2026-11-18T15:00:00.000Z', 'America/New_York')).toBe('2026-11-18T15:00:00.000Z');
    expect(polite('2026-11-18T22:30:00.000Z', 'America/New_York')).toBe('2026-11-19T14:00:00.000Z');
    const kolkata = polite('2026-11-18T20:00:00.000Z', 'Asia/Kolkata');
    expect(kolkata).toBe('2026-11-19T04:00:00.000Z');
  });

  it('is one for every hour of a year', () => {
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: OSLO,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const time = politeTime(new Date(Date.UTC(2026, 0, 1, hour, 20)), OSLO);
      const [weekday, at] = wall.format(time).split(/,? /);
      expect(weekday).not.toBe('Sun');
      expect(Number(at)).toBeGreaterThanOrEqual(9);
      expect(Number(at)).toBeLessThan(17);
    }
  });
});

describe('follow-ups of a reply', () => {
  it('are due so many days later, each at a polite time', () => {
    const times = followUpTimes(new Date('2026-11-18T21:00:00.000Z'), [3, 7], OSLO);
    expect(times.map((time) => time.toISOString())).toEqual(['2026-11-23T08:00:00.000Z', '2026-11-26T08:00:00.000Z']);
  });

  it('may be none', () => {
    expect(followUpTimes(new Date(), [], OSLO)).toEqual([]);
  });
});
