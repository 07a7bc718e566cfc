import { expect, it } from 'vitest';
import { daysOf, lastMonths } from './months.ts';

it('months go back over the turn of a year', () => {
  expect(lastMonths(new Date('2026-02-10T23:30:00Z'), 3)).toEqual(['2026-02', '2026-01', '2025-12']);
});

it('a month has its days', () => {
  expect(daysOf('2026-02')).toHaveLength(28);
  expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
});
