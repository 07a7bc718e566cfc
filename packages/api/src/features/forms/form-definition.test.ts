import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
type Definition = Schemas['FormDefinition'];
type Problem = Schemas['Problem'];

let api: TestApp;
let anne: Person;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp({ dealership_name: 'Fjord Bil' });
});
afterAll(() => api.close());

const testDrive = {
  name: 'Prøvekjøring',
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'email', required: true },
    {
      name: 'day',
      type: 'select',
      required: true,
      step: 2,
      labels: { nb: 'Hvilken dag passer?', en: 'Which day suits you?' },
      options: [
        { value: 'weekday', labels: { nb: 'En hverdag', en: 'A weekday' } },
        { value: 'saturday', labels: { nb: 'Lørdag' } },
      ],
    },
    { name: 'trade_in', type: 'checkbox', step: 2, labels: { nb: 'Jeg har innbyttebil' } },
    { name: 'campaign', type: 'hidden', value: 'elbil-uka' },
  ],
  texts: { nb: { heading: 'Prøvekjør hos {dealership}' } },
  consent: { required: true },
} satisfies Schemas['FormDefinitionInput'];

const create = (changes: object = {}) =>
  anne.client.post<Definition & Problem>('/v1/forms', { ...testDrive, ...changes });
const change = (id: string, changes: object, headers: Record<string, string> = {}) =>
  anne.client.send<Definition & Problem>('PATCH', `/v1/forms/${id}/definition`, { body: changes, headers });

describe('a form that a dealership makes', () => {
  it('is shown in the language asked for, with its own questions', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    const shown = await anne.client.get<Schemas['Form']>(`/v1/forms/${body.id}?language=en`);
    expect(shown.body.fields.map(({ name, type, step, label }) => [name, type, step, label])).toEqual([
      ['name', 'text', 1, 'Name'],
      ['email', 'email', 1, 'Email'],
      ['day', 'select', 2, 'Which day suits you?'],
      ['trade_in', 'checkbox', 2, 'Jeg har innbyttebil'],
      ['campaign', 'hidden', 1, 'campaign'],
    ]);
    expect(shown.body.fields[2]?.options).toEqual([
      { value: 'weekday', label: 'A weekday' },
      { value: 'saturday', label: 'Lørdag' },
    ]);
    expect(shown.body.heading).toBe('Send us a message');
    expect((await anne.client.get<Schemas['Form']>(`/v1/forms/${body.id}`)).body.heading).toBe(
      'Prøvekjør hos Fjord Bil',
    );
  });

  it.each([
    ['no way to answer', [{ name: 'name', type: 'text', required: true }], '#/fields'],
    ['nobody to answer', [{ name: 'email', type: 'email', required: true }], '#/fields'],
    ['a question twice', [...testDrive.fields, testDrive.fields[3]], '#/fields/5/name'],
    [
      'a choice of one',
      [...testDrive.fields.slice(0, 2), { ...testDrive.fields[2], step: 1, options: [{ value: 'x' }] }],
      '#/fields/2/options',
    ],
    ['an empty step', [...testDrive.fields.slice(0, 2), { ...testDrive.fields[3], step: 3 }], '#/fields'],
    ['a question without words', [...testDrive.fields.slice(0, 2), { name: 'q', type: 'text' }], '#/fields/2/labels'],
    [
      'an e-mail field that is not one',
      [{ ...testDrive.fields[0] }, { name: 'email', type: 'checkbox', required: true }],
      '#/fields/1/type',
    ],
  ])('is refused with a pointer when it has %s', async (_, fields, pointer) => {
    const { status, body } = await create({ fields });
    expect(status).toBe(422);
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('takes no question that would be taken for what the form itself sends', async () => {
    const trap = { name: 'website', type: 'text', labels: { nb: 'Din nettside' } };
    const { status, body } = await create({ fields: [...testDrive.fields.slice(0, 2), trap] });
    expect([status, body.errors]).toEqual([400, [{ pointer: '#/fields/2/name', detail: 'must be another one' }]]);
  });

  it('can be looked at before it is stored', async () => {
    const before = (await anne.client.get<Schemas['FormList']>('/v1/forms')).body.data.length;
    const { status, body } = await anne.client.post<Schemas['Form']>('/v1/forms/preview?language=en', testDrive);
    expect([status, body.id, body.language]).toEqual([200, 'preview', 'en']);
    expect((await anne.client.get<Schemas['FormList']>('/v1/forms')).body.data).toHaveLength(before);
  });

  it('is changed by one person at a time', async () => {
    const { body } = await create();
    expect((await change(body.id, { name: 'Ny' }, { 'if-match': '"1"' })).body).toMatchObject({
      name: 'Ny',
      version: 2,
    });
    const late = await change(body.id, { name: 'Annen' }, { 'if-match': '"1"' });
    expect([late.status, late.headers.get('etag')]).toEqual([412, '"2"']);
  });

  it('keeps every wording that somebody may have agreed to', async () => {
    const { body } = await create();
    const first = body.consent?.version;
    const reworded = await change(body.id, { texts: { nb: { consent_text: 'Ja, {dealership} kan ringe meg.' } } });
    const again = await change(body.id, { texts: { nb: { consent_text: 'Ja, {dealership} kan skrive til meg.' } } });
    const same = await change(body.id, { theme: { accent: '#0b6b3a', radius: 2 } });
    const versions = same.body.consent_versions;
    expect(versions.map(({ texts }) => texts.nb)).toEqual([
      'Ja, Fjord Bil kan skrive til meg.',
      'Ja, Fjord Bil kan ringe meg.',
      expect.stringContaining('Fjord Bil'),
    ]);
    expect(new Set(versions.map(({ version }) => version)).size).toBe(3);
    expect([first, reworded.body.consent?.version, again.body.consent?.version]).toEqual(
      versions.map(({ version }) => version).reverse(),
    );
    expect(same.body.consent).toEqual({ version: versions[0]?.version, required: true });
  });

  it('leaves the list when archived, and is still taken in from a page that shows it', async () => {
    const { body } = await create();
    expect((await anne.client.send('DELETE', `/v1/forms/${body.id}/definition`)).status).toBe(204);
    const listed = (await anne.client.get<Schemas['FormList']>('/v1/forms')).body.data.map(({ id }) => id);
    expect(listed).not.toContain(body.id);
    const key = api.as(await api.publishableKey(anne, ['https://fjord.example']));
    const posted = await key.post(`/v1/forms/${body.id}/submissions`, { name: 'Kari', email: 'kari@example.com' });
    expect(posted.status).toBe(201);
  });

  it('never archives the form that pages without a name show', async () => {
    expect((await anne.client.send('DELETE', '/v1/forms/default/definition')).status).toBe(409);
  });

  it('is used by no other site than those it is for', async () => {
    const { body } = await create({ allowed_origins: ['https://kampanje.example'] });
    const sites = ['https://kampanje.example', 'https://fjord.example'];
    const key = api.as(await api.publishableKey(anne, sites));
    const answers = sites.map(async (origin) => (await key.get(`/v1/forms/${body.id}`, { origin })).status);
    expect(await Promise.all(answers)).toEqual([200, 403]);
    const posted = await key.send<Problem>('POST', `/v1/forms/${body.id}/submissions`, {
      body: { name: 'Kari', email: 'kari@example.com' },
      headers: { origin: 'https://fjord.example' },
    });
    expect([posted.status, posted.body.code]).toEqual([403, 'origin_not_allowed']);
  });
});

describe('answers to questions of its own', () => {
  it('reach the rep in the words they were asked in, and a program by name', async () => {
    const { body } = await create();
    const key = api.as(await api.secretKey(anne, ['forms:submit']));
    const posted = await key.post<{ lead_id: string }>(`/v1/forms/${body.id}/submissions`, {
      name: 'Kari Hansen',
      email: 'kari.hansen@example.com',
      answers: { day: 'saturday', trade_in: true, campaign: 'elbil-uka', gone: 'spurt i går' },
    });
    expect(posted.status).toBe(201);
    await settle(api);
    const lead = await anne.client.get<Schemas['Lead']>(`/v1/leads/${posted.body.lead_id}`);
    expect(lead.body.message).toBe('Hvilken dag passer? Lørdag\nJeg har innbyttebil: ja\ngone: spurt i går');
    expect(lead.body.submissions[0]?.metadata.answers).toEqual({
      day: 'saturday',
      trade_in: true,
      campaign: 'elbil-uka',
      gone: 'spurt i går',
    });
  });
});
