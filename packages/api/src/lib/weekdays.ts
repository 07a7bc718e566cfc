import type { Weekday } from '../answering/types.ts';

/** The week as the dealership's customers count it. */
export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
