import type { CountryCode } from 'libphonenumber-js/max';
import { findNumbers, type StatedNumber } from '../claims/find-numbers.ts';
import { mask } from '../claims/gate-text.ts';
import { foldText } from '../text/fold-text.ts';
import { extractPhone } from './extract-phone.ts';

/** What stands around an amount that is all there is to say: "rundt 300", "jeg har maks 250 000 kr å bruke". */
const filler =
  /\b(?:ja|jo|yes|hei|hi|rundt|ca|cirka|omtrent|omkring|ungefar|around|about|roughly|etwa|circa|maks\w*|max\w*|hogst|hojst|hochstens|opp(?:e|ad)?|upp|up|til|till|to|bis|zu|mot|inntil|under|over|mellom|mellan|mellem|between|zwischen|og|och|and|und|eller|or|oder|budsjett\w*|budget\w*|jeg|eg|jag|i|ich|vi|we|wir|har|have|habe|haben|kan|can|tenker|tenkte|bruke|bruge|anvanda|spend|ligger|er|ar|is|ist|pa|on|of|det|it|en|a|my|mitt|min|var|our|mein|unser|kanskje|kanske|maybe|vielleicht|litt|kr|kroner|kronor|nok|sek|dkk|eur|euro)\b|[.,!:;~'<>+–-]|,-/g;
const countries: readonly CountryCode[] = ['NO', 'SE', 'DK', 'DE', 'GB'];
/** `14.30` and `12.3` are times and dates as often as amounts. */
const bareDecimals = /^\d+[.,]\d{1,2}$/;
const mostAmounts = 2;
/** As large as the hours of a day and the days of a month. */
const hourOrDay = 31;
const smallestBudget = 10_000;
const greatestBudget = 20_000_000;

function isAmount({ kind, quote }: StatedNumber): boolean {
  return kind === 'money' || (kind === 'plain' && !bareDecimals.test(quote));
}

/** What is said in thousands is so where it stands alone (`300`) or before the unit of the other (`250 til 300 tusen`). */
function inKroner({ kind, value }: StatedNumber): number {
  if (kind === 'plain' && value <= hourOrDay) return 0;
  return value < 1000 ? value * 1000 : value;
}

/**
 * The budget in kroner of a line that says nothing else, the greater of two amounts; who says 300 means thousands. Null
 * where the line holds a telephone, a time, a date or more than two amounts.
 */
export function budgetAnswer(line: string): number | null {
  const numbers = findNumbers(line);
  if (numbers.length === 0 || numbers.length > mostAmounts || !numbers.every(isAmount)) return null;
  if (foldText(mask(line, numbers)).replace(filler, ' ').trim() !== '') return null;
  if (extractPhone(line, null, countries) !== null) return null;
  const kroner = Math.max(...numbers.map(inKroner));
  return kroner >= smallestBudget && kroner <= greatestBudget ? kroner : null;
}
