import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { DomainEvent } from '../../events/model.ts';
import type { components } from '../../generated/openapi.ts';
import { asOperator } from '../../tenancy/context.ts';

type NoteBody = components['schemas']['Note'];
type Lead = components['schemas']['Lead'];

let api: TestApp;
let anne: Person;
let leadId: string;
beforeAll(async () => {
  api = await startTestApp();
  anne = await api.signUp({ name: 'Anne Lie' });
});
afterAll(() => api.close());
beforeEach(async () => {
  const customer = { name: 'Per Olsen', email: `per-${Date.now()}-${Math.random()}@example.com` };
  const lead = await anne.client.post<Lead>('/v1/leads', { source: 'manual', customer, message: 'Kom innom.' });
  leadId = lead.body.id;
});

const add = (text: string, headers = {}) => anne.client.post<NoteBody>(`/v1/leads/${leadId}/notes`, { text }, headers);
const list = async () => (await anne.client.get<{ data: NoteBody[] }>(`/v1/leads/${leadId}/notes`)).body.data;

it('keeps what a colleague wrote, who and when, newest first', async () => {
  const first = await add('Ringte. Kommer lørdag kl. 11.');
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ text: 'Ringte. Kommer lørdag kl. 11.', author: 'Anne Lie' });
  const second = await add('Vil ha tilbud på innbytte.');
  expect(await list()).toEqual([second.body, first.body]);
});

it('puts it into the history of the lead and tells who is looking', async () => {
  const note = await add('Ringte.');
  const history = await anne.client.get<{ data: components['schemas']['HistoryEntry'][] }>(
    `/v1/leads/${leadId}/history`,
  );
  expect(history.body.data[0]).toMatchObject({ type: 'note_added', actor: { type: 'user', name: 'Anne Lie' } });
  const events = await asOperator(() =>
    DomainEvent.find({ type: 'note.created', 'data.note_id': note.body.id }).lean(),
  );
  expect(events.map((event) => event.data.lead_id)).toEqual([leadId]);
});

it('is written once for one Idempotency-Key', async () => {
  const headers = { 'idempotency-key': `note on ${leadId}` };
  const first = await add('Ringte.', headers);
  expect((await add('Ringte.', headers)).body).toEqual(first.body);
  expect(await list()).toHaveLength(1);
});

it('needs a lead that is there', async () => {
  await anne.client.delete(`/v1/leads/${leadId}`);
  expect((await add('For sent.')).status).toBe(404);
  expect((await anne.client.get(`/v1/leads/${leadId}/notes`)).status).toBe(404);
  leadId = 'lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N';
  expect((await add('Hvem?')).status).toBe(404);
});
