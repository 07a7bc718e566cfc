import { describe, expect, it } from 'vitest';
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

  it('is right although the clock is changed in between', () => {
    // Summer time begins in the night to Sunday 28 March 2027.
    expect(nextOpening(new Date('2027-03-26T17:00:00Z'), hours, oslo)).toEqual(new Date('2027-03-29T07:00:00Z'));
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

  it('are plain minutes where nobody said when it is open', () => {
    expect(afterOpenMinutes(friday('02:00'), 15, [], oslo)).toEqual(friday('02:15'));
  });

  it('end after two weeks when it never opens', () => {
    const never: OpeningHours[] = [{ day: 'monday', opens: '09:00', closes: '09:00' }];
    expect(afterOpenMinutes(friday('10:00'), 15, never, oslo)).toEqual(new Date('2026-12-04T10:00:00Z'));
  });
});
