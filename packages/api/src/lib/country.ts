import type { CountryCode } from 'libphonenumber-js/max';
import type { Language } from '../answering/types.ts';

const COUNTRIES: Record<Language, CountryCode> = { nb: 'NO', sv: 'SE', da: 'DK', de: 'DE', en: 'GB' };

/** The country whose numbers a dealership writes without a country code, told by its language. */
export function countryOf(language: Language): CountryCode {
  return COUNTRIES[language];
}

const CURRENCIES: Record<Language, string> = { nb: 'NOK', sv: 'SEK', da: 'DKK', de: 'EUR', en: 'NOK' };

/** ISO 4217 code of what a dealership's prices are in, told by its language; kroner of Norway for English. */
export function currencyOf(language: Language): string {
  return CURRENCIES[language];
}
