import { expect, it } from 'vitest';
import { toContent, toFields, typeOfFile, validityOn } from './entry-form.ts';

it('sends null for what was left empty, and no language that was not chosen', () => {
  const fields = { ...toFields(null), title: 'Garanti?', text: 'Ja.', category: '  ' };
  expect(toContent(fields)).toEqual({
    title: 'Garanti?',
    text: 'Ja.',
    category: null,
    valid_from: null,
    valid_to: null,
    enabled: true,
    translations: [],
  });
});

it('leaves out a translation that nobody wrote', () => {
  const translations = [
    { language: 'en' as const, title: 'Warranty?', text: 'Yes.' },
    { language: 'de' as const, title: ' ', text: '' },
  ];
  expect(toContent({ ...toFields(null), translations }).translations).toEqual([translations[0]]);
});

it('tells what holds on a day, both ends included', () => {
  const day = '2026-11-21';
  expect(validityOn({ valid_from: day, valid_to: day }, day)).toBe('valid');
  expect(validityOn({ valid_from: null, valid_to: '2026-11-20' }, day)).toBe('expired');
  expect(validityOn({ valid_from: '2026-11-22', valid_to: null }, day)).toBe('upcoming');
});

it('knows a file by its name where the browser does not', () => {
  expect(typeOfFile({ name: 'Vilkår.MD', type: '' })).toBe('text/markdown');
  expect(typeOfFile({ name: 'a.pdf', type: 'application/x-pdf' })).toBe('application/pdf');
  expect(typeOfFile({ name: 'old.doc', type: 'application/msword' })).toBe('application/octet-stream');
});
