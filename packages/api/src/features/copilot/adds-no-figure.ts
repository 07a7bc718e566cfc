import { findNumbers, type StatedNumber } from '../../answering/claims/find-numbers.ts';
import { mask, type Span } from '../../answering/claims/gate-text.ts';
import { samePhone } from '../../answering/claims/same-phone.ts';

/** One figure, by each way it can be read; texts share a figure where they share one of these. */
type Readings = string[];

const oneTime = /(\d{1,2})(?:[.:](\d{2}))?\s?([ap]m\b)?/gi;
const bareTime = /^(\d{1,2})(?:\.(\d{1,2}))?$/;
const phone = /(?<![\p{L}\d])\+?\d(?:[ ().-]{0,2}\d){7,14}(?!\d)/gu;

const ofDay = (hours: number, minutes: number) => `at ${hours * 60 + minutes}`;
const ofHalfDay = (hours: number, minutes: number) => `at ${(hours * 60 + minutes) % 720} of 720`;

interface Time {
  hours: number;
  minutes: number;
  /** Whether it says which half of the day. */
  isExact: boolean;
  decimal: string;
}

function timesIn(quote: string): Time[] {
  return [...quote.matchAll(oneTime)].map(([, hour = '', minute = '00', half]) => {
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
    return {
      hours,
      minutes: Number(minute),
      isExact: half !== undefined,
      decimal: String(Number(`${hours}.${minute}`)),
    };
  });
}

function wholeNumbers(text: string): string[] {
  return (text.match(/\d+/g) ?? []).map((digits) => String(Number(digits)));
}

/** All that a figure of the first text may be told as: `14.30` as a time, `12.3` as a day and a month. */
function allows({ kind, quote, value }: StatedNumber): Readings {
  if (kind === 'clock')
    return timesIn(quote).flatMap(({ hours, minutes, decimal }) => [
      ofDay(hours, minutes),
      ofHalfDay(hours, minutes),
      decimal,
    ]);
  if (kind === 'date' || Number.isNaN(value)) return wholeNumbers(quote);
  const [, first, second = '0'] = (kind === 'plain' ? bareTime.exec(quote) : null) ?? [];
  if (first === undefined) return [String(value)];
  const [hours, minutes] = [Number(first), Number(second)];
  const times = hours > 24 ? [] : [ofDay(hours, minutes), ofHalfDay(hours, minutes)];
  return [String(value), ...times, ...[hours, minutes].map((part) => `part ${part}`)];
}

/** What a figure of the rewritten text says: for each of its parts, the readings of which one has to be allowed. */
function says({ kind, quote, value }: StatedNumber): Readings[] {
  if (kind === 'clock')
    return timesIn(quote).map(({ hours, minutes, isExact, decimal }) =>
      isExact ? [ofDay(hours, minutes)] : [ofHalfDay(hours, minutes), decimal],
    );
  if (kind === 'date' || Number.isNaN(value)) return wholeNumbers(quote).map((part) => [part, `part ${part}`]);
  return [[String(value)]];
}

/** Digits that are no number by themselves: of a name, or of a day (`the 12th of March`). */
function saysBeside(text: string): Readings[] {
  return [...text.matchAll(/(\d+)((?:st|nd|rd|th)(?!\p{L}))?/gu)].map(([, digits, ordinal]) => {
    const value = String(Number(digits));
    return ordinal === undefined ? [value] : [value, `part ${value}`];
  });
}

/** `489.000,00` and `kl. 10.00` say no more than `489.000` and `kl. 10`. */
function withoutEmptyDecimals(text: string): string {
  return text.replace(/(\d)[.,]00(?!\d)/g, '$1');
}

/** The telephones of a text that another has too, however either groups them. */
function sharedPhones(text: string, other: string): Span[] {
  const theirs = other.match(phone) ?? [];
  return [...text.matchAll(phone)]
    .filter(([number]) => theirs.some((their) => samePhone(number, their)))
    .map(({ index, 0: number }) => ({ start: index, end: index + number.length }));
}

/**
 * Whether a rewritten text holds no figure that the first does not: compared by value, so that `489 000`, `489,000` and
 * `489.000` are one, and `3,9` and `39` are two. A time may be told in twelve hours, and a telephone in other groups.
 */
export function addsNoFigure(before: string, after: string): boolean {
  const first = withoutEmptyDecimals(before);
  const rewritten = withoutEmptyDecimals(mask(after, sharedPhones(after, before)));
  const numbersBefore = findNumbers(first);
  const known = new Set([...numbersBefore.flatMap(allows), ...wholeNumbers(mask(first, numbersBefore))]);
  const numbers = findNumbers(rewritten);
  const figures = [...numbers.flatMap(says), ...saysBeside(mask(rewritten, numbers))];
  return figures.every((readings) => readings.some((reading) => known.has(reading)));
}
