import { describe, expect, it } from 'vitest';
import { smsSegments, toGsmText } from './sms-segments.ts';

describe('smsSegments', () => {
  it.each([
    ['', 'gsm7', 0, 1],
    ['a'.repeat(160), 'gsm7', 160, 1],
    ['a'.repeat(161), 'gsm7', 161, 2],
    ['æøåÆØÅäöüß', 'gsm7', 10, 1],
    ['€'.repeat(80), 'gsm7', 160, 1],
    ['€'.repeat(81), 'gsm7', 162, 2],
    ['a'.repeat(307), 'gsm7', 307, 3],
    ['ж'.repeat(70), 'ucs2', 70, 1],
    ['ж'.repeat(71), 'ucs2', 71, 2],
    ['🚗', 'ucs2', 2, 1],
  ])('%#', (text, encoding, units, segments) => expect(smsSegments(text)).toEqual({ encoding, units, segments }));
});

describe('toGsmText', () => {
  it.each([
    ['«Ja» – takk…', '"Ja" - takk...'],
    ['389\u00a0000 kr', '389 000 kr'],
    ['Dvořák', 'Dvorak'],
    ['Škoda Octavia', 'Skoda Octavia'],
    ['Blåbær 😀 syltetøy', 'Blåbær syltetøy'],
    ['Ivan Ж', 'Ivan Ж'],
  ])('%s → %s', (text, expected) => expect(toGsmText(text)).toBe(expected));
});
