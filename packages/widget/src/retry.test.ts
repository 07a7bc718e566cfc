import { describe, expect, test } from 'vitest';
import { backoffMs, isTransient, retryAfterMs } from './retry.ts';

describe('isTransient', () => {
  test.each([500, 502, 503, 504, 408, 425, 429])('%i may succeed later', (status) => {
    expect(isTransient(status, false)).toBe(true);
  });

  test.each([400, 401, 403, 404, 409, 413, 415, 422])('%i never will', (status) => {
    expect(isTransient(status, false)).toBe(false);
  });

  test('409 with Retry-After is our own first attempt, still under way', () => {
    expect(isTransient(409, true)).toBe(true);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  test.each([
    ['2', 2_000],
    ['0', 0],
    ['Fri, 20 Nov 2026 12:00:05 GMT', 5_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});

describe('backoffMs', () => {
  test('doubles from half a second and stops at eight', () => {
    expect([2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
  });

  test('is spread over its upper half, so that visitors do not return together', () => {
    expect(backoffMs(3, 0)).toBe(500);
    expect(backoffMs(3, 0.5)).toBe(750);
  });
});
