import { expect, it } from 'vitest';
import { addsNoFigure } from './adds-no-figure.ts';

it.each([
  ['two figures side by side', 'Fra 2019, 45 000 km.', 'From 2019, 45,000 km.'],
  ['a name, a year and a price', 'XC60 2021, 549 000 kr', 'XC60 2021, 549.000 kr.'],
  ['a year right before a price', 'XC60 2021 549 000 kr', 'The XC60 from 2021 costs NOK 549,000'],
  ['a name right before a price', 'En XC60 549 000 kr', 'An XC60, 549,000 NOK'],
  ['a decimal', 'Renten er 3,9 %.', 'The rate is 3.9%.'],
  ['decimals that say nothing', '549 000 kr', '549.000,00 kr'],
  ['a scale', 'Rundt 500k', 'About 500 000 kr'],
  ['Swedish mil', 'Den har gått 4 500 mil.', 'It has done 45,000 km.'],
  ['a time', 'Passer lørdag kl. 14.30?', 'Does Saturday at 2:30 pm suit you?'],
  ['a time without a word', 'Passer lørdag 14.00?', 'Passt Samstag um 14 Uhr?'],
  ['opening hours', 'Åpent 10–16.', 'Open from 10 am to 4 pm.'],
  ['a date', 'Fram til 12. mars 2026', 'Until March 12, 2026'],
  ['a date in digits', 'Den 12.3. passer.', 'The 12th of 3 suits.'],
  ['a date with an ending', 'Den 12. mars passer.', 'The 12th suits.'],
  ['a telephone', 'Ring +47 912 34 567.', 'Call +47 912 34 567.'],
  ['German grouping', '549 000 kr', '549.000 Kronen'],
  ['Swedish and Danish grouping', '1 549 000 kr', '1\u00a0549\u00a0000 kr, 1.549.000 kr.'],
  ['no figure', 'Den er ledig.', 'It is available.'],
])('the same in other words: %s', (_name, before, after) => {
  expect(addsNoFigure(before, after)).toBe(true);
});

it.each([
  ['another price', '489 000 kr', '449 000 kr'],
  ['a part of a price', '489 000 kr', '489 kr'],
  ['a price without its millions', '1 250 000 kr', '250 000 kr'],
  ['a lost comma', '3,9 %', '39 %'],
  ['a rounded rate', '3,9 %', '4 %'],
  ['an added comma', '39 %', '3,9 %'],
  ['figures run together', '10 og 16', '1016'],
  ['another car', 'XC60', 'XC90'],
  ['another time', 'kl. 14.30', '3:30 pm'],
  ['minutes', 'kl. 10', 'kl. 10.15'],
  ['another day', 'den 12. mars', 'March 13th'],
  ['a year', 'XC60', 'XC60 2021'],
  ['an amount behind its currency', 'Den er ledig', 'It is yours for NOK489000'],
])('not the same: %s', (_name, before, after) => {
  expect(addsNoFigure(before, after)).toBe(false);
});
