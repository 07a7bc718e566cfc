import { beforeAll, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import { enquiry, postForm, roomyEnv, settle } from '../../../test/work.ts';
import { ScriptedModel } from '../../answering/testing/scripted-model.ts';
import type { components } from '../../generated/openapi.ts';

type Usage = components['schemas']['Usage'];

const model = new ScriptedModel('truncated', { inputTokens: 900, outputTokens: 100 });
let other: Person;
const { app, admin } = await startDealership({
  env: { ...roomyEnv, AI_MONTHLY_TOKENS: '100000' },
  services: { model },
});
beforeAll(async () => {
  other = await app.signUp();
});

const usage = async (person: Person, query = '') => (await person.client.get<Usage>(`/v1/usage${query}`)).body;
const budgetAlarms = async () => {
  const list = await admin.client.get<components['schemas']['EscalationList']>('/v1/escalations');
  return list.body.data.filter(({ reason }) => reason === 'budget');
};
const limit = (budget: object) => admin.client.patch('/v1/assistant', { budget });

it('failed calls are booked by day and purpose, each dealership’s with itself', async () => {
  await postForm(app, admin.dealership.id);
  await settle(app);
  const day = app.clock.now().toISOString().slice(0, 10);
  const counted = { purpose: 'reply', calls: 1, failed: 1, input_tokens: 900, output_tokens: 100 };
  expect(await usage(admin)).toMatchObject({
    month: day.slice(0, 7),
    tokens_used: 1000,
    hard_limit: 100_000,
    soft_limit: 80_000,
    level: 'normal',
    by_day: [{ day, ...counted }],
    by_purpose: [counted],
    sms: { messages: 0, parts: 0 },
  });
  expect(await usage(other)).toMatchObject({ tokens_used: 0, by_day: [], by_purpose: [] });
  expect(await usage(admin, '?month=2024-02')).toMatchObject({ month: '2024-02', tokens_used: 0, by_day: [] });
  expect((await admin.client.get('/v1/usage?month=2024-13')).status).toBe(400);
});

it('from the soft limit on the smaller model writes', async () => {
  await limit({ monthly_tokens: 10_000, soft_percent: 10 });
  model.asked.length = 0;
  await postForm(app, admin.dealership.id);
  await settle(app);
  expect(model.asked.map(({ tier }) => tier)).toEqual(['fast']);
  expect(await usage(admin)).toMatchObject({ tokens_used: 2000, soft_limit: 1000, hard_limit: 10_000 });
  expect(await budgetAlarms()).toMatchObject([{ detail: expect.stringContaining('warning limit') }]);
});

it('beyond the hard limit nothing is asked, rules answer, and those who run the place are told once', async () => {
  await limit({ monthly_tokens: 1500, soft_percent: 80 });
  model.asked.length = 0;
  await postForm(app, admin.dealership.id);
  await postForm(app, admin.dealership.id);
  await settle(app);
  expect(model.asked).toEqual([]);
  expect(await usage(admin)).toMatchObject({ level: 'hard', tokens_used: 2000 });
  expect(await budgetAlarms()).toHaveLength(2);
});

it('no dealership can have more than its plan', async () => {
  await limit({ monthly_tokens: 900_000 });
  expect(await usage(admin)).toMatchObject({ hard_limit: 100_000, plan_tokens: 100_000 });
});

it('SMS count when they are sent, by their parts, in the month they were sent in', async () => {
  const { body } = await postForm(app, admin.dealership.id, enquiry({ phone: '+47 912 34 567' }));
  await settle(app);
  const send = (channel: string, text: string) =>
    admin.client.post(`/v1/leads/${body.lead_id}/messages`, { channel, text });
  await send('sms', 'a'.repeat(161));
  await send('sms', 'Hei');
  await send('email', 'Hei');
  expect((await usage(admin)).sms).toEqual({ messages: 0, parts: 0 });
  await settle(app);
  expect((await usage(admin)).sms).toEqual({ messages: 2, parts: 3 });
  expect((await usage(admin, '?month=2024-02')).sms).toEqual({ messages: 0, parts: 0 });
  expect((await usage(other)).sms).toEqual({ messages: 0, parts: 0 });
});
