import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectNumber, GraphStub, postMeta, whatsAppPost } from '../../test/graph-stub.ts';
import { type Person, startTestApp, type TestApp } from '../../test/start-test-app.ts';
import { goToFollowUp, messageRecords, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import { Lead } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, MINUTE_MS } from '../lib/clock.ts';
import { asOperator } from '../tenancy/context.ts';

type Schemas = components['schemas'];

const NUMBER = '106540352242977';
const TEMPLATE = {
  name: 'still_interested',
  language: 'nb',
  status: 'APPROVED',
  components: [{ type: 'BODY', text: 'Hei {{1}}, er du fortsatt interessert?' }],
};

let app: TestApp;
let graph: GraphStub;
let admin: Person;
let customers = 4_790_200_000;
beforeAll(async () => {
  graph = await GraphStub.start();
  app = await startTestApp({ env: { ...roomyEnv, ...graph.env, ALLOW_LOOPBACK_URLS: 'true' } });
  admin = await app.signUp();
  graph.templates.push(TEMPLATE);
  const { id } = await connectNumber(admin.client, NUMBER);
  const template = { name: 'still_interested', language: 'nb', parameters: ['customer_name'] };
  await admin.client.patch(`/v1/connections/${id}`, { template });
});
afterEach(async () => {
  graph.sent.length = 0;
  await set({ channels: { whatsapp: { mode: 'send' } }, outside_hours: 'answer' });
});
afterAll(async () => {
  await app.close();
  graph.close();
});

const client = () => stillSignedIn(app, admin);
const set = (settings: Schemas['AssistantUpdate']) => client().patch('/v1/assistant', settings);

/** A customer's first message, and the lead it made. */
async function asked(): Promise<string> {
  customers += 1;
  const timestamp = String(Math.floor(app.clock.now().getTime() / 1000));
  const message = { from: String(customers), id: `wamid.PLAN${customers}`, timestamp, type: 'text' };
  await postMeta(app, whatsAppPost(NUMBER, { messages: [{ ...message, text: { body: 'Er Volvo XC60 ledig?' } }] }));
  await settle(app);
  const lead = await asOperator(() => Lead.findOne({ 'customer.phones': `+${customers}` }).lean());
  if (!lead) throw new Error('there is no lead');
  return lead._id;
}
async function written(leadId: string): Promise<MessageRecord> {
  const message = (await messageRecords(admin.dealership.id, leadId)).findLast(
    ({ direction, audience }) => direction === 'outbound' && audience === 'customer',
  );
  if (!message) throw new Error('nothing was written');
  return message;
}
async function followUp(leadId: string): Promise<MessageRecord> {
  await goToFollowUp(app, leadId, 1);
  await settle(app);
  return written(leadId);
}

describe('a follow-up by WhatsApp, days after the customer wrote', () => {
  it('is not sent where the assistant is off there', async () => {
    const id = await asked();
    await set({ channels: { whatsapp: { mode: 'off' } } });
    expect(await followUp(id)).toMatchObject({ purpose: 'follow_up', state: 'cancelled' });
  });

  it('waits for a person where its answers do, and goes out as the template that it is', async () => {
    const id = await asked();
    await set({ channels: { whatsapp: { mode: 'draft' } } });
    graph.sent.length = 0;
    const draft = await followUp(id);
    expect(draft).toMatchObject({ purpose: 'follow_up', state: 'draft', text: expect.stringContaining('interessert') });
    expect(graph.sent).toEqual([]);
    const path = `/v1/leads/${id}/messages/${draft._id}/approve`;
    expect((await client().post(path, { text: 'Hei, noe helt annet.' })).status).toBe(422);
    expect((await client().post(path, {})).status).toBe(200);
    await settle(app);
    expect(graph.sent).toMatchObject([{ template: { name: 'still_interested' } }]);
  });
});

describe('an answer that is held until the dealership opens', () => {
  const opensIn = async (ms: number) => {
    const opens = new Date(app.clock.now().getTime() + ms);
    const day = opens.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
    const hour = opens.toISOString().slice(11, 13);
    await client().patch('/v1/dealership', {
      time_zone: 'UTC',
      opening_hours: [{ day, opens: `${hour}:00`, closes: `${hour}:50` }],
    });
  };

  it('waits for a person instead, at once, where WhatsApp takes it no more by then', async () => {
    await set({ outside_hours: 'hold' });
    await opensIn(3 * DAY_MS);
    const id = await asked();
    expect(await written(id)).toMatchObject({ state: 'draft', state_reason: expect.stringContaining('opens') });
    const { body } = await client().get<Schemas['EscalationList']>(`/v1/escalations?lead_id=${id}`);
    expect(body.data).toMatchObject([{ reason: 'draft_waiting' }]);
  });

  it('is held where WhatsApp still takes it', async () => {
    await set({ outside_hours: 'hold' });
    await opensIn(DAY_MS / 2);
    expect(await written(await asked())).toMatchObject({ state: 'pending', text: null });
    await client().patch('/v1/dealership', { opening_hours: [] });
    app.clock.advance(MINUTE_MS);
  });
});
