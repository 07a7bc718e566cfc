import { expect, test } from 'vitest';
import { readReason } from './reasons.ts';

test.each([
  ['Asks about the price', 'nb', 'Spør om prisen'],
  ['Asks about the price', 'en', 'Asks about the price'],
  ['Cancelled by Anne Lie', 'nb', 'Avlyst av Anne Lie'],
  ['Asks about test drive, price', 'nb', 'Spør om prøvekjøring, pris'],
  ['Names a vehicle in stock: Volvo XC60', 'nb', 'Nevner en bil på lager: Volvo XC60'],
  ['Kjøpte et annet sted', 'nb', 'Kjøpte et annet sted'],
  ['constructor', 'nb', 'constructor'],
] as const)('%s in %s', (reason, language, words) => expect(readReason(reason, language)).toBe(words));
