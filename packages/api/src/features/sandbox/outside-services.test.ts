import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../../test/client.ts';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { postMail, roomyEnv, settle, signedMail } from '../../../test/work.ts';
import { ScriptedModel } from '../../answering/testing/scripted-model.ts';
import type { components } from '../../generated/openapi.ts';
import { Meaning } from '../knowledge/vectors/meaning.ts';
import type { FindNearest } from '../knowledge/vectors/nearest.ts';

type Schemas = components['schemas'];

const model = new ScriptedModel();
const embedded: string[] = [];
const nowhere: FindNearest = { nearest: async () => new Map(), changed: () => undefined };
let app: TestApp;
let sandbox: Client;
let id: string;

beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv, services: { model } });
  const provider = {
    model: 'test',
    embed: async (texts: readonly string[]) => {
      embedded.push(...texts);
      return texts.map(() => [1, 0]);
    },
  };
  Object.assign(app.services, { meaning: new Meaning({ ...app.services, provider, findNearest: nowhere }) });
  const admin = await app.signUp();
  const { body } = await admin.client.post<Schemas['SandboxCreated']>('/v1/sandboxes', {});
  id = body.dealership.id;
  sandbox = app.as(body.secret_key);
});
afterAll(() => app.close());

it('a sandbox asks neither the language model nor the embedding service, whatever is done in it', async () => {
  await sandbox.post('/v1/knowledge/entries', { kind: 'faq', title: 'Er hunder velkomne?', text: 'Ja, i bånd.' });
  await sandbox.post('/v1/knowledge/search', { question: 'Kan terrieren bli med?' });
  const mail = { from: 'Kari Nes <kari@kunde.example>', subject: 'Hei', text: 'Kan hunden være med på en runde?' };
  await postMail(app, id, signedMail(mail, app.clock.now()));
  await settle(app);
  const { body: made } = await sandbox.post<Schemas['SandboxLeads']>('/v1/sandbox/leads', {});
  await settle(app);
  const [lead = ''] = made.lead_ids;
  const suggestion = await sandbox.post<Schemas['Suggestion']>(`/v1/leads/${lead}/suggestion`, { channel: 'email' });
  expect(suggestion.body.written_by).toBe('rules');
  const shorter = await sandbox.post<Schemas['RewrittenText']>(`/v1/leads/${lead}/rewrite`, {
    task: 'shorten',
    text: 'Hei Kari. Bilen er her. Velkommen innom.',
  });
  expect(shorter.body).toMatchObject({ written_by: 'rules' });
  const translated = await sandbox.post<Schemas['Problem']>(`/v1/leads/${lead}/rewrite`, {
    task: 'translate',
    language: 'en',
    text: 'Hei',
  });
  expect(translated.body.code).toBe('model_needed');
  const summary = await sandbox.post<Schemas['LeadSummary']>(`/v1/leads/${lead}/summary`, {});
  expect(summary.body).toMatchObject({ written_by: 'rules' });
  expect(model.asked).toEqual([]);
  expect(embedded).toEqual([]);
});

it('the dealership it belongs to asks both', async () => {
  const other = await app.signUp();
  await other.client.post('/v1/knowledge/entries', { kind: 'faq', title: 'Er hunder velkomne?', text: 'Ja, i bånd.' });
  await other.client.post('/v1/knowledge/search', { question: 'Kan terrieren bli med?' });
  await app.services.background.idle();
  await other.client.post('/v1/assistant/try', { message: 'Hva koster den?', channel: 'email' });
  expect(new Set(model.asked.map(({ tenantId }) => tenantId))).toEqual(new Set([other.dealership.id]));
  expect(embedded.length).toBeGreaterThan(0);
});
