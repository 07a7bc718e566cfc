import type { CountryCode } from 'libphonenumber-js/max';
import type { Language } from '../answering/types.ts';

const COUNTRIES: Record<Language, CountryCode> = { nb: 'NO', sv: 'SE', da: 'DK', de: 'DE', en: 'GB' };

/** The country whose numbers a dealership writes without a country code, told by its language. */
export function countryOf(language: Language): CountryCode {
  return COUNTRIES[language];
}
