import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { ChatVisitor, ORIGIN } from '../../../test/chat-visitor.ts';
import type { Client } from '../../../test/client.ts';
import { databaseCalls } from '../../../test/database-calls.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import { postForm, RecordingEmail, roomyEnv } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';
import { tenantInScope } from '../../tenancy/context.ts';
import { runMovedSandboxes } from './run-sandbox.ts';

type Schemas = components['schemas'];

const DAY_SECONDS = DAY_MS / 1000;

const email = new RecordingEmail();
const { app, admin } = await startDealership({ env: roomyEnv, services: { email } });

async function create(): Promise<Schemas['SandboxCreated'] & { client: Client }> {
  const { status, body } = await admin.client.post<Schemas['SandboxCreated']>('/v1/sandboxes', { name: 'Prøve' });
  expect(status).toBe(201);
  return { ...body, client: app.as(body.secret_key) };
}

async function generate(client: Client, body: object = {}): Promise<string[]> {
  const answer = await client.post<Schemas['SandboxLeads']>('/v1/sandbox/leads', body);
  expect(answer.status).toBe(201);
  return answer.body.lead_ids;
}

const move = (client: Client, days: number) =>
  client.post<Schemas['Sandbox']>('/v1/sandbox/clock', { advance_seconds: days * DAY_SECONDS });
const messagesOf = async (client: Client, leadId: string) =>
  (await client.get<Schemas['MessageList']>(`/v1/leads/${leadId}/messages?limit=100`)).body.data;

describe('a sandbox', () => {
  it('is made with stock and keys, once for an idempotency key, and its maker may look in', async () => {
    const headers = { 'idempotency-key': 'one sandbox' };
    const first = await admin.client.post<Schemas['SandboxCreated']>('/v1/sandboxes', {}, headers);
    const again = await admin.client.post<Schemas['SandboxCreated']>('/v1/sandboxes', {}, headers);
    expect(again.body).toEqual(first.body);
    expect(first.body.secret_key).toMatch(/^sk_test_/);
    expect(first.body.publishable_key).toMatch(/^pk_test_/);
    const vehicles = await app.as(first.body.secret_key).get<Schemas['VehicleList']>('/v1/vehicles');
    expect(vehicles.body.data).toHaveLength(5);
    const login = { email: admin.email, password: admin.password, dealership_id: first.body.dealership.id };
    expect((await app.as(null).post('/v1/auth/login', login)).status).toBe(200);
  });

  it('is the only place where a clock is moved, and holds no sandbox', async () => {
    const key = await app.secretKey(admin, ['sandbox:write'], 'test');
    for (const [path, body] of [
      ['/v1/sandbox/clock', { advance_seconds: 60 }],
      ['/v1/sandbox/leads', {}],
      ['/v1/sandbox/receiver', { answers: [] }],
    ] as const)
      expect((await app.as(key).post(path, body)).status).toBe(422);
    const { client } = await create();
    expect((await client.post('/v1/sandboxes', {})).status).toBe(422);
  });

  it('reaches nobody, whichever way an enquiry came', async () => {
    const { client, dealership, publishable_key, form_id } = await create();
    await postForm(app, dealership.id, { email: 'somebody@real.example' });
    const submission = { name: 'Per', email: 'per@real.example', message: 'Er i4 ledig?' };
    const origin = { origin: 'http://localhost:3000' };
    const submitted = await app.as(publishable_key).post(`/v1/forms/${form_id}/submissions`, submission, origin);
    expect(submitted.status).toBe(201);
    await move(client, 0.01);
    const leads = await client.get<Schemas['LeadList']>('/v1/leads');
    expect(leads.body.data.map(({ status, test }) => [status, test])).toEqual([
      ['contacted', true],
      ['contacted', true],
    ]);
    expect(email.calls).toEqual([]);
  });

  it('has the same customers and the same answers as any other', async () => {
    const tell = async () => {
      const { client } = await create();
      const ids = await generate(client, { count: 5 });
      return Promise.all(
        ids.map(async (id) => (await messagesOf(client, id)).map(({ text, language }) => [text, language])),
      );
    };
    const [first, second] = [await tell(), await tell()];
    expect(first.every((messages) => messages.length === 2)).toBe(true);
    expect(second).toEqual(first);
  });
});

describe('a moved clock', () => {
  it('lets follow-ups go out at their own times, then the lead be given up', async () => {
    const { client } = await create();
    const [leadId = ''] = await generate(client);
    const before = Date.now();
    // The second is due on day 7, or on the Monday after it.
    const moved = await move(client, 10);
    expect(moved.body.ahead_seconds).toBe(10 * DAY_SECONDS);
    expect(Date.parse(moved.body.now) - before).toBeGreaterThanOrEqual(10 * DAY_MS);
    const sent = (await messagesOf(client, leadId)).filter(({ direction }) => direction === 'outbound');
    expect(sent.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['reply', 'sent'],
      ['follow_up', 'sent'],
      ['follow_up', 'sent'],
    ]);
    const days = sent.map(({ sent_at }) => (Date.parse(sent_at ?? '') - before) / DAY_MS);
    expect(days[1]).toBeGreaterThan(2);
    expect(days[2]).toBeGreaterThan((days[1] ?? 0) + 2);
    await move(client, 30);
    const lead = await client.get<Schemas['Lead']>(`/v1/leads/${leadId}`);
    expect(lead.body).toMatchObject({ status: 'lost', status_reason: 'no response' });
  });

  it('is the clock of one sandbox and of nobody else', async () => {
    const [one, other] = [await create(), await create()];
    await move(one.client, 10);
    const time = async (client: Client) => Date.parse((await client.get<Schemas['Sandbox']>('/v1/sandbox')).body.now);
    expect((await time(one.client)) - (await time(other.client))).toBeGreaterThan(9 * DAY_MS);
    const posted = await postForm(app, admin.dealership.id);
    const lead = await admin.client.get<Schemas['Lead']>(`/v1/leads/${posted.body.lead_id}`);
    expect(Math.abs(Date.parse(lead.body.created_at) - app.clock.now().getTime())).toBeLessThan(HOUR_MS);
  });

  it('does not keep an enquiry waiting that comes in later', async () => {
    const { client, dealership } = await create();
    await move(client, 5);
    const { body } = await postForm(app, dealership.id);
    await app.services.background.idle();
    await runMovedSandboxes(app.services, new AbortController().signal);
    expect((await messagesOf(client, body.lead_id)).map(({ state }) => state)).toEqual(['received', 'sent']);
  });
});

describe('going on in sandboxes', () => {
  const { signal } = new AbortController();

  it('does not stop at one that fails', async () => {
    await move((await create()).client, 1);
    const { client, dealership } = await create();
    await move(client, 1);
    const { body } = await postForm(app, dealership.id);
    await app.services.background.idle();
    const { clock } = app.services;
    const broken = {
      now(): Date {
        const tenant = tenantInScope();
        if (tenant !== null && tenant !== dealership.id) throw new Error('out of order');
        return clock.now();
      },
    };
    await runMovedSandboxes({ ...app.services, clock: broken }, signal);
    expect((await messagesOf(client, body.lead_id)).map(({ state }) => state)).toEqual(['received', 'sent']);
    expect(app.logger.lines.map(({ message }) => message)).toContain('a sandbox could not go on');
  });

  it('writes nothing where nothing is due', async () => {
    await move((await create()).client, 1);
    await runMovedSandboxes(app.services, signal);
    expect((await databaseCalls(() => runMovedSandboxes(app.services, signal))).writes).toEqual([]);
  });

  it('mails the answers of a chat that nobody read', async () => {
    const { client, dealership } = await create();
    const login = { email: admin.email, password: admin.password, dealership_id: dealership.id };
    const owner = app.person(login, await app.as(null).post<Schemas['Session']>('/v1/auth/login', login));
    await move(client, 1);
    const visitor = await ChatVisitor.open(app, await app.publishableKey(owner, [ORIGIN], 'test'));
    await visitor.say('Er Volvoen ledig? Jeg er kari@example.com');
    for (const minutes of [1, 6, 1]) {
      await app.services.background.idle();
      app.clock.advance(minutes * MINUTE_MS);
      await runMovedSandboxes(app.services, signal);
    }
    const { body: leads } = await client.get<Schemas['LeadList']>('/v1/leads');
    const mails = (await messagesOf(client, leads.data[0]?.id ?? '')).filter(({ purpose }) => purpose === 'chat_copy');
    expect(mails.map(({ state }) => state)).toEqual(['sent']);
  });
});

describe('a customer of a sandbox', () => {
  it('writes back, and is answered in the same thread', async () => {
    const { client } = await create();
    const [leadId = ''] = await generate(client, { scenario: 'conversation' });
    const answer = await client.post('/v1/sandbox/replies', { lead_id: leadId, text: 'Har den hengerfeste?' });
    expect(answer.status).toBe(202);
    const messages = await messagesOf(client, leadId);
    expect(messages.filter(({ direction }) => direction === 'inbound')).toHaveLength(3);
    expect(messages.some(({ text }) => text === 'Har den hengerfeste?')).toBe(true);
  });

  it('does not show up', async () => {
    const { client } = await create();
    const [leadId = ''] = await generate(client, { scenario: 'no_show' });
    const lead = await client.get<Schemas['Lead']>(`/v1/leads/${leadId}`);
    expect(lead.body).toMatchObject({ status: 'lost', status_reason: 'Did not show up' });
  });
});

describe('the receiver of a sandbox', () => {
  it('fails as it is told to, and is posted to again when time has passed', async () => {
    const { client } = await create();
    const { body: sandbox } = await client.get<Schemas['Sandbox']>('/v1/sandbox');
    const endpoint = { url: sandbox.receiver_url, events: ['lead.created'] };
    const { body: made } = await client.post<Schemas['WebhookEndpointWithSecret']>('/v1/webhook-endpoints', endpoint);
    const answers = [{ status: 503, retry_after_seconds: 3600 }, { status: null }];
    await client.post('/v1/sandbox/receiver', { answers });
    await generate(client);
    await move(client, 2);
    const receipts = await client.get<Schemas['SandboxReceiptList']>('/v1/sandbox/receiver/receipts');
    expect(receipts.body.data.map(({ answered }) => answered)).toEqual([204, null, 503]);
    for (const { body, headers } of receipts.body.data)
      expect(new Webhook(made.secret).verify(body, headers)).toMatchObject({ type: 'lead.created', test: true });
    const [latest, , first] = receipts.body.data.map(({ received_at }) => Date.parse(received_at));
    expect((latest ?? 0) - (first ?? 0)).toBeGreaterThan(HOUR_MS);
  });

  it('is not to be reached by another dealership', async () => {
    const { dealership } = await create();
    const url = `${app.services.env.publicUrl}/sandbox/receivers/${dealership.id}`;
    const answer = await admin.client.post('/v1/webhook-endpoints', { url, events: ['lead.created'] });
    expect(answer.status).toBe(422);
  });
});
