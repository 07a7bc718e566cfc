import type { Language } from '../../answering/types.ts';
import { normalisePhone } from '../../channels/phone-number.ts';
import { unprocessable } from '../../http/problem.ts';
import { countryOf } from '../../lib/country.ts';

/**
 * Reads a colleague's number as E.164; blank is none, and without a country code it belongs to the language's country.
 * @throws Problem 422 at `#/phone` when it is not a number that can be reached
 */
export function readPhone(text: string | null, language: Language): string | null {
  if (text === null || text.trim() === '') return null;
  const { e164 } = normalisePhone(text, countryOf(language));
  if (e164 === null) throw unprocessable([{ pointer: '#/phone', detail: 'This is not a telephone number.' }]);
  return e164;
}
