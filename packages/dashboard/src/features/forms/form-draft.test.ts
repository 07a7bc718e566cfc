import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FormDefinition } from '@norvalt/sdk';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blankDraft, fieldNameOf, moved, namesOfTheForm, newField, toDraft, toInput } from './form-draft.ts';

const definition: FormDefinition = {
  id: 'form_1',
  name: 'Bytt inn bilen',
  is_default: false,
  fields: [
    { name: 'name', type: 'text', required: true, step: 1, labels: {}, hints: {}, options: [], value: null },
    {
      name: 'phone',
      type: 'tel',
      required: true,
      step: 1,
      labels: { nb: 'Mobil' },
      hints: {},
      options: [],
      value: null,
    },
    {
      name: 'condition',
      type: 'radio',
      required: true,
      step: 2,
      labels: { nb: 'Tilstand' },
      hints: { nb: 'Slik du ser den' },
      options: [
        { value: 'good', labels: { nb: 'God' } },
        { value: 'bad', labels: {} },
      ],
      value: null,
    },
    { name: 'desk', type: 'hidden', required: false, step: 1, labels: {}, hints: {}, options: [], value: 'trade-in' },
  ],
  texts: { nb: { heading: 'Hva er bilen verdt?' } },
  consent: { version: '2026-11', required: false },
  consent_versions: [],
  theme: { accent: '#0f7a4d', radius: 12 },
  allowed_origins: ['https://fjordbil.example'],
  version: 3,
  created_at: '2026-11-01T10:00:00.000Z',
  updated_at: '2026-11-02T10:00:00.000Z',
};

describe('a form that is worked on', () => {
  test('is said to the API as it was stored when nothing was changed', () => {
    const { name, fields, theme, allowed_origins } = definition;
    const texts = { nb: { heading: 'Hva er bilen verdt?' }, en: {}, sv: {}, da: {}, de: {} };
    expect(toInput(toDraft(definition), 'nb')).toEqual({
      name,
      fields,
      texts,
      consent: { required: false },
      theme,
      allowed_origins,
    });
  });

  test('gives a question no name that the contract excludes', async () => {
    const contract = await readFile(path.resolve(import.meta.dirname, '../../../../../openapi.yaml'), 'utf8');
    const excluded: string[] = parse(contract).components.schemas.FormFieldName.not.enum;
    expect([...namesOfTheForm].sort()).toEqual([...excluded].sort());
    expect(excluded.filter((name) => fieldNameOf(name, new Set()) === name)).toEqual([]);
  });

  test('names a new question and its options after what they say, never twice the same', () => {
    const draft = blankDraft('Website');
    for (const label of ['Når passer det?', 'Når passer det?', 'Name', '???']) {
      const field = newField({ type: 'radio' });
      field.labels.nb = label;
      for (const option of field.options) option.labels.nb = 'Ja';
      draft.fields.push(field);
    }
    const { fields } = toInput(draft, 'nb');
    expect(fields.map(({ name }) => name).slice(5)).toEqual([
      'nar_passer_det',
      'nar_passer_det_2',
      'name_2',
      'question',
    ]);
    expect(fields[5]?.options?.map(({ value }) => value)).toEqual(['Ja', 'Ja 2']);
  });

  test('keeps sites apart by lines and drops what is empty', () => {
    const draft = { ...blankDraft('Website'), sites: ' https://a.example/ \n\nhttps://b.example' };
    expect(toInput(draft, 'en').allowed_origins).toEqual(['https://a.example', 'https://b.example']);
  });
});

test.each([
  ['Ønsket farge', 'onsket_farge'],
  ['Größe', 'grosse'],
  ['2 biler', 'biler'],
  ['Пробег', 'question'],
  ['x'.repeat(90), 'x'.repeat(37)],
  ['Language', 'language_2'],
])('%s is called %s', (label, name) => expect(fieldNameOf(label, new Set())).toBe(name));

test('a field is moved one place, and stays in the list', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
