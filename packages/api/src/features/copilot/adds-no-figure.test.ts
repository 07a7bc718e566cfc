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
  ['a date in digits', 'Den 12.3. passer.', 'The 12th of March suits.'],
  ['a date with an ending', 'Den 12. mars passer.', 'The 12th suits.'],
  ['a date in digits, as a date', 'Den 12.3. passer.', 'March 12 suits.'],
  ['a time of the morning', 'Kom kl. 9.', 'Come at 9 am.'],
  ['a time of the night', 'Vi er der kl. 0.15.', 'We are there at 12:15 am.'],
  ['a time without its half', 'Come at 2:30 pm.', 'Kom klokka 2.30.'],
  ['a time of 24 hours', 'Come at 2:30 pm.', 'Kom kl. 14.30.'],
  ['a telephone', 'Ring +47 912 34 567.', 'Call +47 912 34 567.'],
  ['a telephone without groups', 'Ring 912 34 567.', 'Call 91234567.'],
  ['a telephone with its country', 'Ring 912 34 567.', 'Call +47 912 34 567.'],
  ['a telephone without its country', 'Call +47 91234567', 'Ring 91 23 45 67'],
  ['a Swedish telephone', 'Ring 070-123 45 67', 'Call 0701234567'],
  ['a model and its price', 'Tesla Model 3 349 000 kr', 'The Tesla Model 3 costs NOK 349,000'],
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
  ['the other half of the day', 'Kom kl. 14.', 'Come at 2 am.'],
  ['the other half of the day, from twelve hours', 'Come at 2 pm.', 'Come at 2 am.'],
  ['a part of a decimal', 'Den bruker 3.9 her', 'It uses 9 here'],
  ['a part of a date as a count', 'Den 12.3 passer', '3 biler'],
  ['another telephone', 'Ring 912 34 567.', 'Call 912 34 568.'],
  ['a telephone of another country', 'Ring 912 34 567.', 'Call +46 912 34 567.'],
  ['another day', 'den 12. mars', 'March 13th'],
  ['a year', 'XC60', 'XC60 2021'],
  ['an amount behind its currency', 'Den er ledig', 'It is yours for NOK489000'],
])('not the same: %s', (_name, before, after) => {
  expect(addsNoFigure(before, after)).toBe(false);
});
