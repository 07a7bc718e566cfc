import { parseNumber, scaleWord } from '../text/parse-amount.ts';
import { numberedNames } from './numbered-names.ts';

export type NumberKind =
  | 'money'
  | 'distance'
  | 'percent'
  | 'duration'
  | 'measure'
  | 'clock'
  | 'date'
  | 'year'
  | 'plain';

/** A number as it stands in a text; `value` in kroner, kilometres or as written, with its decimals. */
export interface StatedNumber {
  kind: NumberKind;
  quote: string;
  value: number;
  start: number;
  end: number;
}

// Bounded, so that a text of nothing but digits takes no longer than another.
const groups = '\\d{1,3}(?:[ .,\\u00a0\\u202f]\\d{3}){1,4}(?!\\d)';
const oneRun = '\\d{1,12}(?:[.,]\\d{1,6})?';
/** What is written before an amount, and glued to it in haste: `ca549 000`, `fra-549 000`. */
const lead =
  '(?<!\\p{L})(?:ca|cirka|circa|fra|från|from|von|ab|til|till|bis|rundt|omtrent|rund|etwa|maks|maksimalt|max|pris|prisen|price|preis|for|för|für|kun|bare)';
/** The last digits of a name (`XC60 549 000`, `CX-5 349 000`) are no group of the number behind it. */
const digits = `(?<!\\d)(?:(?:(?<!\\p{L}-?|(?<!\\p{L})id\\.)|(?<=${lead}-?))${groups}|\\d{1,3}(?:[.,]\\d{3}){1,4}(?!\\d)|${oneRun})`;
/** Behind a currency, which is glued to it as often as not. */
const amount = `(?:${groups}|${oneRun})`;
const scaled = `\\s?${scaleWord}(?!\\p{L})`;
const scale = `(?:${scaled})?`;
const currency = '(?:kr(?:oner|onor|onen)?\\b\\.?|nok\\b|,-|,–|€|\\$|£|euro?\\b|tkr\\b|sek\\b|dkk\\b|usd\\b)';
const time = '(?<!\\d)\\d{1,2}(?:[.:]\\d{2})?(?!\\d)';
const hour = `(?:kl\\.?\\s?)?${time}`;
const months =
  'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july|october|december|januari|februari|maj|augusti|marts|märz|dezember';

const patterns: readonly { kind: NumberKind; pattern: RegExp }[] = [
  {
    kind: 'date',
    pattern: new RegExp(
      `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.?\\s?(?:${months})(?:\\s\\d{4})?|(?:${months})\\s\\d{1,2}(?:,?\\s\\d{4})?|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|\\d{1,2}/\\d{1,2}`,
      'giu',
    ),
  },
  {
    kind: 'money',
    pattern: new RegExp(
      `(?:(?:kr|nok|€|\\$|£)\\.?\\s?${amount}${scale}(?:,-|,–)?|(?:${digits})${scale}\\s?${currency})`,
      'giu',
    ),
  },
  {
    kind: 'distance',
    pattern: new RegExp(
      `(?:${digits})${scale}\\s?(?:km|kilometer(?:s|en)?|kilometres?|mil|miles?)(?![\\p{L}])(?!/)`,
      'giu',
    ),
  },
  { kind: 'percent', pattern: new RegExp(`(?:${digits})\\s?(?:%|prosent|percent|procent|prozent|pct)`, 'giu') },
  {
    kind: 'measure',
    pattern: new RegExp(
      `(?:${digits})\\s?(?:hk|hp|bhp|ps|kwh?|kw|liter|l/100|seter|seats?|dører|doors?|kg|mm|cm|tommer|inch(?:es)?|gir|hästkrafter|hästar|hestekræfter|sitser|säten|sæder|sitze|sitzplätze|dörrar|døre|türen|växlar|gear|gänge|tum|zoll|nm|km/t|km/h|stk)(?![\\p{L}])`,
      'giu',
    ),
  },
  {
    kind: 'duration',
    pattern: new RegExp(
      `(?:${digits})[\\s-]?(?:år(?:s|ig)?|måned(?:er|ers)?|mnd|uker?|dag(?:er|ers)?|timer?|min(?:utter|utes?)?|years?|months?|weeks?|days?|hours?|månader?|veckor|jahre?|monate?|wochen|tage|stunden)(?![\\p{L}])`,
      'giu',
    ),
  },
  {
    kind: 'clock',
    pattern: new RegExp(
      [
        `(?:mellom|between|mellan|mellem|zwischen)\\s${hour}\\s(?:og|and|och|und)\\s${hour}(?!${scaled})`,
        `${hour}\\s?(?:am|pm)?\\s?(?:–|-|—|til|to|till|bis)\\s?${hour}(?!${scaled})(?:\\s?(?:am|pm)\\b)?(?![\\d ]*\\d{3})`,
        `(?:kl(?:okken|okka|ockan)?\\.?\\s?)${time}`,
        '(?<!\\d)\\d{1,2}:\\d{2}',
        `${time}\\s?(?:am|pm|uhr)\\b`,
      ].join('|'),
      'giu',
    ),
  },
  { kind: 'money', pattern: new RegExp(`\\d{1,12}(?:[.,]\\d{1,6})?${scaled}`, 'giu') },
  { kind: 'year', pattern: /(?<!\d)(?:19|20)\d{2}(?!\d)(?!\s\d{3}(?!\d))/gu },
  { kind: 'plain', pattern: new RegExp(digits, 'gu') },
];

const endsInLead = new RegExp(`${lead}$`, 'iu');
const longestLead = 12;

/** A digit glued to letters is part of a name (T6, ID4), not a number. */
function isOfName(before: string, behind: string): boolean {
  if (/^\p{L}/u.test(behind)) return true;
  return /[\p{L}\d]$/u.test(before) && !endsInLead.test(before);
}

const written = new RegExp(`\\d[\\d .,\\u00a0\\u202f]*(?:${scaled})?`, 'iu');

function readValue(kind: NumberKind, quote: string): number {
  if (kind === 'clock' || kind === 'date') return Number.NaN;
  const value = parseNumber(written.exec(quote)?.[0].replace(/[.,\s]+$/, '') ?? '') ?? Number.NaN;
  if (kind === 'distance' && /\d\s?mil(?![\p{L}])/iu.test(quote)) return value * 10;
  return kind === 'distance' && /mile/i.test(quote) ? value * 1.609 : value;
}

/** All numbers of a text with their kind, each digit read once, in order of appearance. */
export function findNumbers(text: string): StatedNumber[] {
  let rest = text.replace(numberedNames, (name) => ' '.repeat(name.length));
  const found: StatedNumber[] = [];
  for (const { kind, pattern } of patterns) {
    for (const match of [...rest.matchAll(pattern)]) {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(Math.max(0, start - longestLead), start);
      if (kind === 'plain' && isOfName(before, text.slice(end, end + 2))) continue;
      found.push({ kind, quote: match[0].trim().replace(/\.$/, ''), value: readValue(kind, match[0]), start, end });
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
