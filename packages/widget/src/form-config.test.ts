import { describe, expect, test } from 'vitest';
import { configuredForm as configured } from '../test/fake-api.ts';
import { builtInForm, configuredForm } from './form-config.ts';
import { texts as norwegian } from './texts/nb.ts';
import { texts as swedish } from './texts/sv.ts';

describe('configuredForm', () => {
  test('is what the dealership wrote, in its own language', () => {
    expect(configuredForm(configured, 'nb', norwegian)).toMatchObject({
      heading: 'Spør Fjord Bil',
      submit_label: 'Send til Fjord Bil',
      fields: configured.fields,
      consent: configured.consent,
    });
  });

  test('speaks one language where the dealership has not written in that of the page', () => {
    const form = configuredForm(configured, 'sv', swedish);
    expect(form.heading).toBeUndefined();
    expect(form.submit_label).toBe(swedish.submit_label);
    expect(form.success_text).toBe(swedish.success_text);
    expect(form.fields.map((field) => field.label)).toEqual([
      'Namn',
      'E-post',
      'Telefon',
      swedish.labels.vehicle_interest,
      'Meddelande',
    ]);
    expect(form.fields.some((field) => field.hint)).toBe(false);
  });

  test('keeps the rules, the consent wording and the colour in any language', () => {
    const strict = { ...configured, fields: configured.fields.map((field) => ({ ...field, required: true })) };
    const form = configuredForm(strict, 'sv', swedish);
    expect(form.fields.every((field) => field.required)).toBe(true);
    expect(form.consent).toEqual(configured.consent);
    expect(form.theme).toEqual(configured.theme);
  });
});

describe('builtInForm', () => {
  test('asks for who, how to answer and what, and promises no consent it has no wording for', () => {
    const form = builtInForm(norwegian);
    expect(form.fields.filter((field) => field.required).map((field) => field.name)).toEqual([
      'name',
      'email',
      'message',
    ]);
    expect(form.consent).toBeUndefined();
  });
});
