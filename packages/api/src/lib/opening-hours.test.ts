import { describe, expect, it, vi } from 'vitest';
import type { OpeningHours } from '../answering/types.ts';
import { afterOpenMinutes, isOpen, nextOpening } from './opening-hours.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const hours: OpeningHours[] = days.map((day) => ({ day, opens: '09:00', closes: '17:00' }));
const oslo = 'Europe/Oslo';
// 20 November 2026 is a Friday; Oslo is an hour ahead of UTC.
const friday = (time: string) => new Date(`2026-11-20T${time}:00Z`);

describe('a dealership', () => {
  it('is open between its hours, in its own time zone', () => {
    expect(isOpen(friday('07:59'), hours, oslo)).toBe(false);
    expect(isOpen(friday('08:00'), hours, oslo)).toBe(true);
    expect(isOpen(friday('16:00'), hours, oslo)).toBe(false);
    expect(isOpen(new Date('2026-11-21T10:00:00Z'), hours, oslo)).toBe(false);
  });

  it('without hours counts as open', () => {
    expect(isOpen(friday('02:00'), [], oslo)).toBe(true);
  });
});

describe('the next opening', () => {
  it('is later today, tomorrow or after the weekend, and nothing while it is open', () => {
    expect(nextOpening(friday('05:00'), hours, oslo)).toEqual(friday('08:00'));
    expect(nextOpening(friday('12:00'), hours, oslo)).toBeNull();
    expect(nextOpening(friday('16:00'), hours, oslo)).toEqual(new Date('2026-11-23T08:00:00Z'));
  });

  // Oslo puts its clock forward in the night to Sunday 28 March 2027, and back in the night to Sunday 31 October.
  const saturday: OpeningHours = { day: 'saturday', opens: '10:00', closes: '15:00' };
  const night: OpeningHours = { day: 'sunday', opens: '02:30', closes: '06:00' };
  it.each([
    ['forward, from a Friday', '2027-03-26T17:00:00Z', hours, '2027-03-29T07:00:00Z'],
    ['forward, from a day that opens later', '2027-03-27T16:00:00Z', [...hours, saturday], '2027-03-29T07:00:00Z'],
    ['forward, over the hour it opens in', '2027-03-28T00:50:00Z', [night], '2027-03-28T01:30:00Z'],
    ['back, from a Friday', '2027-10-29T16:00:00Z', hours, '2027-11-01T08:00:00Z'],
    ['back, from a day that opens later', '2027-10-30T14:00:00Z', [...hours, saturday], '2027-11-01T08:00:00Z'],
  ])('is right although the clock is put %s', (_way, asked, open, opens) => {
    expect(nextOpening(new Date(asked), open, oslo)).toEqual(new Date(opens));
  });

  it('is never where it never opens', () => {
    expect(nextOpening(friday('10:00'), [{ day: 'monday', opens: '09:00', closes: '09:00' }], oslo)).toBeNull();
  });
});

describe('minutes of opening hours', () => {
  it('pass while it is open, and wait over a night and a weekend', () => {
    expect(afterOpenMinutes(friday('10:00'), 60, hours, oslo)).toEqual(friday('11:00'));
    expect(afterOpenMinutes(friday('15:30'), 60, hours, oslo)).toEqual(new Date('2026-11-23T08:30:00Z'));
    expect(afterOpenMinutes(friday('20:00'), 15, hours, oslo)).toEqual(new Date('2026-11-23T08:15:00Z'));
  });

  it('pass over a change of the clock, and the hour it leaves out', () => {
    const shift: OpeningHours[] = [...hours, { day: 'sunday', opens: '02:30', closes: '06:00' }];
    expect(afterOpenMinutes(new Date('2027-03-27T20:00:00Z'), 60, shift, oslo)).toEqual(
      new Date('2027-03-28T02:30:00Z'),
    );
    expect(afterOpenMinutes(new Date('2027-10-29T14:30:00Z'), 60, hours, oslo)).toEqual(
      new Date('2027-11-01T08:30:00Z'),
    );
  });

  it('are counted by opening and closing: two weeks of them do not stop the process', () => {
    const formatToParts = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    afterOpenMinutes(friday('10:00'), 14 * 24 * 60, hours, oslo);
    expect(formatToParts.mock.calls.length).toBeLessThan(200);
    formatToParts.mockRestore();
  });

  it('are plain minutes where nobody said when it is open', () => {
    expect(afterOpenMinutes(friday('02:00'), 15, [], oslo)).toEqual(friday('02:15'));
  });

  it('end after two weeks when it never opens', () => {
    const never: OpeningHours[] = [{ day: 'monday', opens: '09:00', closes: '09:00' }];
    expect(afterOpenMinutes(friday('10:00'), 15, never, oslo)).toEqual(new Date('2026-12-04T10:00:00Z'));
  });
});
