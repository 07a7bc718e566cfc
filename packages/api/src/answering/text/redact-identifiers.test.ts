import { describe, expect, it } from 'vitest';
import { redactIdentifiers } from './redact-identifiers.ts';

describe('redactIdentifiers', () => {
  it.each([
    ['fødselsnummer 01819010001', 'fødselsnummer [redacted national id]'],
    ['mitt er 018190 10001.', 'mitt er [redacted national id].'],
    ['personnummer 811228-9874', 'personnummer [redacted national id]'],
    ['CPR 070761-4285', 'CPR [redacted national id]'],
    ['kort 4111 1111 1111 1111 exp 12/27', 'kort [redacted card number] exp 12/27'],
    ['konto 8601 11 17947', 'konto [redacted account number]'],
    ['IBAN NO93 8601 1117 947', 'IBAN [redacted iban]'],
  ])('%j', (text, expected) => {
    expect(redactIdentifiers(text)).toBe(expected);
  });

  it.each([
    'Prisen er 489 000 kr og den har gått 41 000 km',
    'Ring 901 23 456 eller +47 55 12 34 56',
    'VIN YV1UZ8256N1234567',
    'EK 12345, 2022-modell',
    'FINN-kode 312345678',
    'mellom 2019-2022',
  ])('leaves %j alone', (text) => {
    expect(redactIdentifiers(text)).toBe(text);
  });
});
