import { describe, expect, test } from 'vitest';
import { formatAge, formatDistance, formatDuration, formatMoney, initials } from './format.ts';

const words = { now: 'now', h: 'h', d: 'd' };
const nowMs = Date.parse('2026-11-20T12:00:00Z');
const before = (seconds: number) => new Date(nowMs - seconds * 1000).toISOString();

describe('formatMoney and formatDistance', () => {
  test('group thousands with spaces that do not break', () => {
    expect(formatMoney(389000).replace(/\s/g, ' ')).toBe('389 000 kr');
    expect(formatMoney(389000)).not.toContain(' '.repeat(2));
    expect(formatDistance(41000)).toMatch(/^41\u00a0000 km$/);
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0 s'],
    [41.4, '41 s'],
    [59.6, '1 min'],
    [125, '2 min 5 s'],
    [660, '11 min'],
    [3_600, '1 h'],
    [12_000, '3 h 20 min'],
    [400_000, '4 d'],
    [-5, '0 s'],
  ])('%d seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
});

describe('formatAge', () => {
  test.each([
    [0, 'now'],
    [59, 'now'],
    [180, '3 min'],
    [7_300, '2 h'],
    [4 * 86_400, '4 d'],
    [8 * 86_400, '12 Nov'],
    [400 * 86_400, '16 Oct 2025'],
  ])('%d seconds ago is %s', (seconds, text) => expect(formatAge(before(seconds), nowMs, words, 'en-GB')).toBe(text));

  test('a clock that runs ahead does not make a negative age', () => {
    expect(formatAge(before(-30), nowMs, words, 'en-GB')).toBe('now');
  });
});

describe('initials', () => {
  test.each([
    ['Anne Lie', 'AL'],
    ['Øyvind', 'Ø'],
    ['Anna Maria von Berg', 'AB'],
    ['  ', ''],
    [null, ''],
  ])('%s', (name, letters) => expect(initials(name)).toBe(letters));
});
