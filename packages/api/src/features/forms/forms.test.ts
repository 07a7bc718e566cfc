import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import type { components } from '../../generated/openapi.ts';
import { asOperator } from '../../tenancy/context.ts';
import { Form } from './model.ts';

type FormBody = components['schemas']['Form'];

let api: TestApp;
let anne: Person;
let key: string;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp({ dealership_name: 'Fjord Bil' });
  key = await api.publishableKey(anne, ['https://fjordbil.example']);
});
afterAll(() => api.close());

const read = async (query = '', id = 'default') =>
  api.as(key).get<FormBody>(`/v1/forms/${id}${query}`, { origin: 'https://fjordbil.example' });

it('shows a browser the form in the language of the dealership', async () => {
  const { status, body, headers } = await read();
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(body).toMatchObject({
    language: 'nb',
    dealership_name: 'Fjord Bil',
    submit_label: 'Send melding',
    theme: { accent: '#1450c8', radius: 8 },
  });
  expect(body.fields.map((field) => [field.name, field.required])).toEqual([
    ['name', true],
    ['email', true],
    ['phone', false],
    ['vehicle_interest', false],
    ['message', true],
  ]);
});

it('speaks each language from the first word to the last, and names who keeps what is written', async () => {
  const languages = ['nb', 'en', 'sv', 'da', 'de'];
  const forms = await Promise.all(languages.map(async (language) => (await read(`?language=${language}`)).body));
  expect(forms.map((form) => form.language)).toEqual(languages);
  for (const form of forms) expect(form.consent?.text).toContain('Fjord Bil');
  for (const part of ['intro', 'success_text'] as const) expect(new Set(forms.map((form) => form[part])).size).toBe(5);
  expect(JSON.stringify(forms)).not.toContain('{dealership}');
  expect((await read('?language=fr')).status).toBe(400);
});

it('says what the dealership wrote itself, and the rest in our words', async () => {
  const id = (await read()).body.id;
  const texts = { en: { heading: 'Ask {dealership} anything' } };
  await asOperator(() => Form.updateOne({ _id: id }, { texts, accent: '#aa0000', consent: null }));
  const { body } = await read('?language=en', id);
  expect(body).toMatchObject({
    heading: 'Ask Fjord Bil anything',
    submit_label: 'Send message',
    consent: null,
    theme: { accent: '#aa0000', radius: 8 },
  });
  expect((await read()).body.heading).toBe('Send oss en melding');
});

it('lists the forms of the dealership and of no other', async () => {
  const berit = await api.signUp();
  const list = await anne.client.get<components['schemas']['FormList']>('/v1/forms');
  expect(list.body.data.map((form) => form.id)).toEqual([(await read()).body.id]);
  const foreign = await berit.client.get<FormBody>('/v1/forms/default');
  expect((await read('', foreign.body.id)).status).toBe(404);
});
