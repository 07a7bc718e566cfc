import type { FieldError } from '../../http/problem.ts';
import type { DealershipRecord } from './model.ts';

type OpeningHours = DealershipRecord['opening_hours'];

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Tells whether text is the IANA name of a time zone (not an offset, not an abbreviation of three letters). */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Opening hours by weekday and time. */
export function inOrder(hours: OpeningHours): OpeningHours {
  return hours.toSorted((a, b) => WEEK.indexOf(a.day) - WEEK.indexOf(b.day) || a.opens.localeCompare(b.opens));
}

/** What is wrong with opening hours: an interval that ends before it begins, or two that overlap. */
export function openingHoursErrors(hours: OpeningHours): FieldError[] {
  const errors: FieldError[] = [];
  hours.forEach((interval, index) => {
    if (interval.opens >= interval.closes) {
      errors.push({ pointer: `#/opening_hours/${index}/closes`, detail: 'Closing time must be after opening time.' });
      return;
    }
    const overlaps = hours.some(
      (other, place) =>
        place < index && other.day === interval.day && other.opens < interval.closes && interval.opens < other.closes,
    );
    if (overlaps) {
      errors.push({ pointer: `#/opening_hours/${index}/opens`, detail: 'Two intervals of one day overlap.' });
    }
  });
  return errors;
}
