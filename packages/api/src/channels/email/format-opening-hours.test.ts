import { describe, expect, it } from 'vitest';
import { formatOpeningHours } from './format-opening-hours.ts';

type Hours = Parameters<typeof formatOpeningHours>[0][number];
const open = (day: Hours['day'], opens: string, closes: string): Hours => ({ day, opens, closes });
const weekdays = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) =>
  open(day, '09:00', '17:00'),
);

describe('formatOpeningHours', () => {
  it.each([
    ['nb', 'Man–fre 9–17, lør 10–15.30'],
    ['da', 'Man–fre 9–17, lør 10–15.30'],
    ['sv', 'Mån–fre 9–17, lör 10–15:30'],
    ['de', 'Mo–Fr 9–17, Sa 10–15:30 Uhr'],
    ['en', 'Mon–Fri 9:00–17:00, Sat 10:00–15:30'],
  ] as const)('in %s', (language, expected) => {
    expect(formatOpeningHours([...weekdays, open('saturday', '10:00', '15:30')], language)).toBe(expected);
  });

  it('does not join days across one that is closed or different', () => {
    const hours = [
      open('thursday', '09:00', '17:00'),
      open('monday', '09:00', '17:00'),
      open('tuesday', '09:00', '19:00'),
    ];
    expect(formatOpeningHours(hours, 'nb')).toBe('Man 9–17, tir 9–19, tor 9–17');
  });

  it('names both halves of a day with a break, in order', () => {
    const hours = [open('monday', '13:00', '17:00'), open('monday', '09:00', '12:00')];
    expect(formatOpeningHours(hours, 'nb')).toBe('Man 9–12 og 13–17');
  });

  it('says nothing without hours', () => expect(formatOpeningHours([], 'de')).toBe(''));
});
