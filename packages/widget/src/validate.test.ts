import { describe, expect, test } from 'vitest';
import { emptyDraft, type Values } from './draft.ts';
import { builtInForm, stepOf } from './form-config.ts';
import { texts } from './texts/nb.ts';
import { validate } from './validate.ts';

const form = builtInForm(texts);
const consent = { version: '2026-01', text: 'Dere kan kontakte meg.', required: true };
const complete: Values = {
  name: 'Kari Hansen',
  email: 'kari@example.com',
  phone: '',
  vehicle_interest: '',
  message: 'Er den ledig?',
};

function problemsOf(values: Partial<Values>) {
  return validate(form, { ...emptyDraft(), values: { ...complete, ...values } as Values }, texts);
}

describe('validate', () => {
  test('has nothing to say about a complete form', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test('names every missing answer in the order of the form', () => {
    expect(validate(form, emptyDraft(), texts)).toEqual([
      { answer: 'name', message: 'Skriv navnet ditt' },
      { answer: 'email', message: 'Skriv e-postadressen din' },
      { answer: 'message', message: 'Skriv hva du lurer på' },
    ]);
  });

  test('takes blanks for nothing', () => {
    expect(problemsOf({ name: ' \n\t' })).toEqual([{ answer: 'name', message: 'Skriv navnet ditt' }]);
  });

  test.each(['kari', 'kari@', '@example.com', 'kari@example', 'kari hansen@example.com', 'kari@example.c'])(
    'asks for the whole address instead of %j',
    (email) => {
      expect(problemsOf({ email })).toEqual([{ answer: 'email', message: texts.invalid.email }]);
    },
  );

  test.each(['kari@example.com', ' kari.hansen+bil@post.example.no ', 'ærlig@øl.no'])('takes %j', (email) => {
    expect(problemsOf({ email })).toEqual([]);
  });

  test.each(['', '90123456', '+47 901 23 456', '(0047) 55-00-12-34', '5500123'])('takes %j as a phone', (phone) => {
    expect(problemsOf({ phone })).toEqual([]);
  });

  test.each(['123456', 'ring meg', '+47 901 23 456 789 012 345'])('does not take %j as a phone', (phone) => {
    expect(problemsOf({ phone })).toEqual([{ answer: 'phone', message: texts.invalid.phone }]);
  });

  test('asks for consent only where the dealership requires it', () => {
    const draft = { ...emptyDraft(), values: complete };
    const missing = [{ answer: 'consent', message: 'Kryss av for samtykke' }];
    const shown = stepOf({ ...form, consent }, 1, false);
    expect(validate(shown, draft, texts)).toEqual(missing);
    expect(validate(shown, { ...draft, values: { ...complete, consent: 'true' } }, texts)).toEqual([]);
    const optional = stepOf({ ...form, consent: { ...consent, required: false } }, 1, false);
    expect(validate(optional, draft, texts)).toEqual([]);
  });
});
