import { type CountryCode, type PhoneNumber as ParsedNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface PhoneNumber {
  /** `+4790123456`, or null when the text holds no number that can be called. */
  e164: string | null;
  /** For people: the national form at home, the international form from abroad, else the text as it was given. */
  display: string;
}

const longestText = 60;

/**
 * Reads a telephone number as people write it; a number without a country code belongs to `defaultCountry`.
 * With an explicit country code the length decides, so that newly allocated series are not turned away.
 */
export function normalisePhone(text: string, defaultCountry: CountryCode): PhoneNumber {
  const given = text
    .slice(0, 1000)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  const candidate = given.replace(/^tel:/i, '').slice(0, longestText);
  const number = parsePhoneNumberFromString(candidate, { defaultCountry, extract: true });
  const explicit = /^[\s(]*(\+|00)/.test(candidate);
  if (!number || !(number.isValid() || (explicit && number.isPossible()))) {
    return { e164: null, display: given.slice(0, longestText) };
  }
  return { e164: number.number, display: formatFor(defaultCountry, number) };
}

function formatFor(country: CountryCode, number: ParsedNumber): string {
  const atHome = number.country === country;
  // Norwegian mobiles are written 3-2-3; the library's metadata groups them in pairs.
  const mobile = number.country === 'NO' ? /^([49]\d\d)(\d\d)(\d{3})$/.exec(number.nationalNumber) : null;
  if (mobile) return `${atHome ? '' : '+47 '}${mobile.slice(1).join(' ')}`;
  return atHome ? number.formatNational() : number.formatInternational();
}
