import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { escapeForRegex } from './escape-for-regex.ts';

const MAX_TERMS = 400;
const MAX_TERM_LENGTH = 40;

/** Folds text the way search compares it: lower case, no accents, æ ø å kept apart from a and o. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/å/g, '\u0001')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('\u0001', 'å');
}

/** The digits of a number in E.164 with and without its country, as people type them. */
function phoneForms(e164: string): string[] {
  const national = parsePhoneNumberFromString(e164)?.nationalNumber;
  return [e164.slice(1), ...(national === undefined ? [] : [national])];
}

/** Splits text into the words that search knows; digits stay together so that part of a number is found. */
export function searchTerms(...texts: (string | null | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    if (/^\+\d{6,15}$/.test(text)) for (const form of phoneForms(text)) terms.add(form);
    for (const word of foldForSearch(text).split(/[^\p{L}\p{N}@._+-]+/u)) {
      const term = word.replace(/^[._+-]+|[._-]+$/g, '').slice(0, MAX_TERM_LENGTH);
      if (term.length > 0) terms.add(term);
      if (terms.size >= MAX_TERMS) return [...terms];
    }
  }
  return [...terms];
}

/** The digits of a query that is a telephone number or the beginning of one, however it is spaced; else `null`. */
function phoneDigits(query: string): string | null {
  if (!/^[+(]{0,2}\d[\d\s().-]{3,30}$/.test(query)) return null;
  const digits = query.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 5 && /[\s+(]/.test(query) ? digits : null;
}

/** An anchored pattern per word of a query: a database finds those with an index. */
export function searchPatterns(query: string): RegExp[] {
  const digits = phoneDigits(query.trim());
  if (digits !== null) return [new RegExp(`^${digits}`)];
  return searchTerms(query)
    .slice(0, 8)
    .map((term) => new RegExp(`^${escapeForRegex(term)}`));
}
