import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Whether two ways of writing a telephone are one number; without a country it is a Norwegian one. */
export function samePhone(left: string, right: string): boolean {
  const digits = (text: string) => parsePhoneNumberFromString(text, 'NO')?.number ?? text.replace(/\D/g, '');
  return digits(left) === digits(right);
}
