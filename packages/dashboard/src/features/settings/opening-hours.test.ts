import { describe, expect, test } from 'vitest';
import { fromWeek, hoursAreRight, parseFollowUpDays, parseTime, toWeek } from './opening-hours.ts';

describe('opening hours', () => {
  test('come back as they were, a break in the day included', () => {
    const hours = [
      { day: 'monday', opens: '09:00', closes: '12:00' },
      { day: 'monday', opens: '13:00', closes: '17:00' },
      { day: 'saturday', opens: '10:00', closes: '14:00' },
    ] as const;
    expect(fromWeek(toWeek([...hours]))).toEqual(hours);
  });

  test('a day has to open before it closes', () => {
    const [monday] = toWeek([{ day: 'monday', opens: '09:00', closes: '17:00' }]);
    expect(monday && hoursAreRight(monday)).toBe(true);
    expect(monday && hoursAreRight({ ...monday, closes: '8' })).toBe(false);
    expect(monday && hoursAreRight({ ...monday, open: false, closes: '' })).toBe(true);
  });
});

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9.30', '09:30'],
  ['17:00', '17:00'],
  ['24:00', undefined],
  ['noon', undefined],
])('%s is the time %s', (text, time) => expect(parseTime(text)).toBe(time));

test.each([
  ['3, 7', [3, 7]],
  ['7 3 3', [3, 7]],
  ['', []],
  ['0', undefined],
  ['3, soon', undefined],
  ['1,2,3,4,5,6', undefined],
])('%s follows up after %j', (text, days) => expect(parseFollowUpDays(text)).toEqual(days));
