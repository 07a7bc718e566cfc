import { expect, test } from 'vitest';
import { pageLanguage } from './page-language.ts';

/** An element below one that says `lang`, or below none. */
function elementIn(lang: string | undefined): Element {
  const ancestor = lang === undefined ? null : { getAttribute: () => lang };
  return { closest: () => ancestor } as unknown as Element;
}

test.each([
  ['nb', 'nb'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['EN-gb', 'en'],
  ['sv_SE', 'sv'],
  ['da', 'da'],
  ['de-AT', 'de'],
  ['ar', 'en'],
  ['nbx', 'en'],
])('a page in %j is spoken to in %j', (lang, expected) => {
  expect(pageLanguage(elementIn(lang), 'de')).toBe(expected);
});

test('a page that does not say is spoken to in the language of the visitor', () => {
  expect(pageLanguage(elementIn(undefined), 'sv-SE')).toBe('sv');
  expect(pageLanguage(elementIn(''), 'da')).toBe('da');
});
