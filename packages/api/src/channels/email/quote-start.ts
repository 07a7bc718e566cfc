import { mailPhrases } from './mail-phrases.ts';

type Lines = readonly string[];

// Every look at a line is bounded, so that the whole stays linear whatever is sent.
const longestMarker = 400;
const mostAttributionLines = 3;
const mostHeaderLines = 14;

/** A line without what programs add for looks: bold stars, invisible and odd blank characters; at most 400 characters. */
export function plainLine(line: string | undefined): string {
  return (line ?? '')
    .slice(0, longestMarker)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replaceAll('*', '')
    .trim();
}

export function isQuotedLine(line: string | undefined): boolean {
  return /^[ \u200b\ufeff]{0,3}>/.test(line ?? '');
}

/** How many lines at `at` introduce a quotation ("Den … skrev …:", "-----Original Message-----", "Fra:/Sendt:"); 0 if none do. */
export function quoteStartLength(lines: Lines, at: number): number {
  const line = plainLine(lines[at]);
  if (line === '') return 0;
  if (isSeparator(line) || isHeaderBlock(lines, at)) return 1;
  if (/^[_-]{10,}$/.test(line)) {
    const next = nextFilled(lines, at + 1);
    return isHeaderBlock(lines, next) || isSeparator(plainLine(lines[next])) ? next - at : 0;
  }
  return attributionLength(lines, at);
}

/** Index of the first line that is not blank within the next few lines, else the last one looked at. */
export function nextFilled(lines: Lines, from: number): number {
  let at = from;
  while (at < from + 4 && plainLine(lines[at]) === '' && at < lines.length) at++;
  return at;
}

function isSeparator(line: string): boolean {
  const bare = line
    .replace(/^[-_=]{2,}\s*/, '')
    .replace(/\s*[-_=]{2,}$/, '')
    .replace(/:$/, '');
  const decorated = bare.length < line.length;
  return decorated && mailPhrases.forwardOrReplySeparators.has(bare.trim().toLowerCase());
}

/** From, date and recipient or subject, one under the other: web forms have "Fra:" and "Emne:" too, but no such three. */
function isHeaderBlock(lines: Lines, at: number): boolean {
  if (headerName(lines[at]) !== 'from') return false;
  const found = new Set<string>();
  let other = 0;
  for (let next = at; next < Math.min(lines.length, at + mostHeaderLines) && other < 3; next++) {
    if (plainLine(lines[next]) === '') continue;
    const name = headerName(lines[next]);
    if (name) found.add(name);
    else other++;
  }
  return found.has('date') ? found.size >= 3 : found.has('to') && found.has('subject');
}

function headerName(line: string | undefined): string | undefined {
  const plain = plainLine(line);
  const colon = plain.indexOf(':');
  return colon < 0 ? undefined : mailPhrases.headerNames.get(plain.slice(0, colon).trim().toLowerCase());
}

/** "Den … skrev …:" on one line or wrapped over up to three; the shortest reading wins, so no line of the answer is taken. */
function attributionLength(lines: Lines, at: number): number {
  let joined = '';
  for (let count = 1; count <= mostAttributionLines; count++) {
    const line = plainLine(lines[at + count - 1]);
    if (line === '' || isQuotedLine(lines[at + count - 1])) return 0;
    if (count > 1 && (!opensAttribution(joined) || standsAlone(lines, at + count - 1))) return 0;
    joined = count === 1 ? line : `${joined} ${line}`;
    const quotedNext = isQuotedLine(lines[nextFilled(lines, at + count)]);
    if (isAttribution(joined, quotedNext)) return count;
  }
  return 0;
}

function standsAlone(lines: Lines, at: number): boolean {
  const line = plainLine(lines[at]);
  if (isAttribution(line, false)) return true;
  return opensAttribution(line) && isAttribution(`${line} ${plainLine(lines[at + 1])}`, false);
}

const verb = /(?:^|[\s,>:)])(skrev|skreiv|wrote|schrieb|geschrieben)(?=$|[\s:,(])/i;
const pronoun = '(?:jeg|eg|du|dere|de|vi|han|hun|jag|ni|hon|i|you|we|they|he|she|ich|sie|wir|er|ihr)';
const pronounAround = new RegExp(
  `(?:^|[\\s,])${pronoun} (?:skrev|skreiv|wrote|schrieb)\\b|\\b(?:skrev|skreiv|schrieb) ${pronoun}(?=[\\s:,])`,
  'i',
);
const weekday =
  /^(?:man|tir|tys|ons|tor|fre|lør|laur|søn|mån|tis|lör|sön|mon|tue|wed|thu|fri|sat|sun|die|mit|don|sam)[a-zæøåäö]{0,7}\.?,? /i;
const opener = /^(?:den|på|on|am) \S|^\d{1,4}[.\-/ ]/i;
const address = /[<[(][^<>()[\]\s]{1,200}@/;
const yearOrTime = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b/;
const verbThenDate =
  /\b(?:skrev|skreiv|schrieb|wrote)(?: den| am| på| on|:)? \(?(?:\d|mo|di|mi|do|fr|sa|so|ma|ti|on|to|lø|lö|sø|sö)/i;

function opensAttribution(line: string): boolean {
  if (line.endsWith(':') && verb.test(line)) return false;
  return ((opener.test(line) || weekday.test(line)) && /\d/.test(line)) || (verb.test(line) && address.test(line));
}

function isAttribution(text: string, quotedNext: boolean): boolean {
  if (!text.endsWith(':') || text.length > longestMarker || !verb.test(text)) return false;
  const beforeVerb = text.slice(0, text.search(verb)).trim();
  if (quotedNext && /^[^,.!?]{0,60}$/.test(beforeVerb) && beforeVerb.split(' ').length <= 5) return true;
  if (pronounAround.test(text)) return false;
  if (address.test(text)) return true;
  if (!yearOrTime.test(text)) return false;
  return opener.test(text) || weekday.test(text) || verbThenDate.test(text);
}
