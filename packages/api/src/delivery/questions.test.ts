import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import {
  enquiry,
  goToFollowUp,
  leadRecord,
  messageRecords,
  postForm,
  RecordingEmail,
  roomyEnv,
  settle,
} from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';
import { MINUTE_MS } from '../lib/clock.ts';

type Settings = components['schemas']['AssistantUpdate'];

const email = new RecordingEmail();
const { app, admin, client } = await startDealership({ env: roomyEnv, services: { email } });
beforeAll(async () => {
  await admin.client.post('/v1/vehicles', { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000 });
});
beforeEach(() => set({ channels: { website: { mode: 'send' } } }));

const set = (settings: Settings) => client().patch('/v1/assistant', settings);

async function ask(message: string, address?: string) {
  const form = enquiry({ message, ...(address ? { email: address } : {}) });
  const { body } = await postForm(app, admin.dealership.id, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
const lastReply = async (leadId: string) =>
  (await messageRecords(admin.dealership.id, leadId)).findLast(({ purpose }) => purpose === 'reply');

it('a question worded in other languages only does not hold up the next', async () => {
  await set({ questions: [{ topic: 'other', wording: { en: 'Do you live nearby?' } }, { topic: 'budget' }] });
  const { id } = await ask('Er Volvo XC60 fortsatt ledig?');
  expect((await lastReply(id))?.text).toContain('Har du et budsjett i tankene?');
});

it('a question is asked again when the draft that asked it was thrown away', async () => {
  await set({ questions: [{ topic: 'budget' }], channels: { website: { mode: 'draft' } } });
  const lead = await ask('Er Volvo XC60 fortsatt ledig?');
  const draft = await lastReply(lead.id);
  expect(draft?.text).toContain('budsjett i tankene');
  await client().post(`/v1/leads/${lead.id}/messages/${draft?._id}/discard`, {});
  app.clock.advance(6 * MINUTE_MS);
  await ask('Når har dere åpent, og er Volvo XC60 ledig?', lead.email);
  expect((await lastReply(lead.id))?.text).toContain('budsjett i tankene');
});

it('what a customer wrote before they were asked is no answer, in a follow-up either', async () => {
  await set({ questions: [{ topic: 'test_drive' }] });
  const { id } = await ask('Ja hei. Jeg vil kjøpe Volvo XC60.');
  expect((await lastReply(id))?.text).toContain('prøvekjøre?');
  await goToFollowUp(app, id, 1);
  await settle(app);
  const messages = await messageRecords(admin.dealership.id, id);
  expect(messages.map(({ purpose, state }) => [purpose, state])).toContainEqual(['follow_up', 'sent']);
  expect((await leadRecord(admin.dealership.id, id)).qualification.test_drive).toBeNull();
});
