import { findNumbers, type StatedNumber } from '../../answering/claims/find-numbers.ts';
import { mask } from '../../answering/claims/gate-text.ts';

/** One figure of a text, by each way it can be told again. */
interface Figure {
  is: string[];
  /** What it may be where no word beside it says so: `14` a time, `12.3` a day and a month. */
  mayBe: string[];
}

/** `XC60`, `T6`: digits of a name, which no price behind it may be glued to; an amount behind its currency is none. */
const name = /(?<![\p{L}\d])(?!(?:kr|nok|sek|dkk|eur|usd|kl)\d)\p{L}+\d+/giu;
const time = /(\d{1,2})(?:[.:](\d{2}))?\s?([ap]m\b)?/gi;

// Of twelve hours, as `14.00` and `2 pm` are one time.
const clock = (hours: number, minutes: number) => `clock ${(hours * 60 + minutes) % 720}`;

function readTimes(quote: string): Figure[] {
  return [...quote.matchAll(time)].map(([, hour = '', minute = '00', half]) => {
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
    return { is: [clock(hours, Number(minute)), String(Number(`${hours}.${minute}`))], mayBe: [] };
  });
}

function wholeNumbers(text: string): Figure[] {
  return (text.match(/\d+/g) ?? []).map((digits) => ({ is: [String(Number(digits))], mayBe: [] }));
}

function meaningsOf(bare: string): string[] {
  const [, first, second] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(bare) ?? [];
  if (first === undefined) return [];
  const parts = (second === undefined ? [first] : [first, second]).map((part) => String(Number(part)));
  return Number(first) > 24 ? parts : [...parts, clock(Number(first), Number(second ?? 0))];
}

function read({ kind, quote, value }: StatedNumber): Figure[] {
  if (kind === 'clock') return readTimes(quote);
  if (kind === 'date' || Number.isNaN(value)) return wholeNumbers(quote);
  return [{ is: [String(value)], mayBe: kind === 'plain' ? meaningsOf(quote) : [] }];
}

/** The figures of a text as the claims gate reads numbers, and besides them the digits in names. */
function figuresOf(text: string): Figure[] {
  // `489.000,00` and `kl. 10.00` say no more than `489.000` and `kl. 10`.
  const short = text.replace(/(\d)[.,]00(?!\d)/g, '$1');
  const names = [...short.matchAll(name)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const numbers = findNumbers(mask(short, names));
  return [...numbers.flatMap(read), ...wholeNumbers(mask(short, numbers))];
}

/**
 * Whether a rewritten text holds no figure that the first does not: compared by value, so that `489 000`, `489,000` and
 * `489.000` are one, and `3,9` and `39` are two. A time is one with the same time of twelve hours.
 */
export function addsNoFigure(before: string, after: string): boolean {
  const known = new Set(figuresOf(before).flatMap(({ is, mayBe }) => [...is, ...mayBe]));
  return figuresOf(after).every(({ is }) => is.some((figure) => known.has(figure)));
}
