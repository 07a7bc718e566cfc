import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import mongoose from 'mongoose';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseCalls } from '../../../test/database-calls.ts';
import { CONTRACT, type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { leadRecord, messageRecords, postForm, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import { noteDeliveryReport } from '../../delivery/note-delivery-report.ts';
import { suppress } from '../../delivery/suppression.ts';
import { WebhookDelivery } from '../../features/webhooks/delivery-model.ts';
import { WebhookEndpoint } from '../../features/webhooks/endpoint-model.ts';
import type { components } from '../../generated/openapi.ts';
import { loadContract } from '../../http/contract.ts';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { DomainEvent } from '../model.ts';
import { fanOutEvents } from './fan-out-events.ts';
import { WebhookSender } from './webhook-sender.ts';

type Schemas = components['schemas'];

interface Post {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
type Answering = (post: Post) => { status: number; headers?: Record<string, string>; body?: string } | 'never';

let app: TestApp;
let admin: Person;
let sender: WebhookSender;
let server: Server;
let origin: string;
let posts: Post[] = [];
let answering: Answering = () => ({ status: 200 });

beforeAll(async () => {
  app = await startTestApp({ env: { ...roomyEnv, ALLOW_LOOPBACK_URLS: 'true' } });
  sender = new WebhookSender(app.services);
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const post = { path: request.url ?? '', headers: request.headers, body };
    posts.push(post);
    const answer = answering(post);
    if (answer === 'never') return;
    response.writeHead(answer.status, answer.headers).end(answer.body ?? 'taken');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await app.close();
});
afterEach(() => {
  posts = [];
  answering = () => ({ status: 200 });
});

const EVERYTHING: Schemas['WebhookEventType'][] = [
  'lead.created',
  'lead.updated',
  'lead.status_changed',
  'lead.deleted',
  'message.received',
  'message.sent',
  'message.delivered',
  'message.failed',
  'escalation.created',
  'escalation.updated',
  'suppression.created',
];

/** A dealership of its own with an endpoint at a path of the receiver. */
async function listen(fields: Partial<Schemas['WebhookEndpointCreate']> = {}, path = '/hook') {
  admin = await app.signUp();
  const body = { url: origin + path, events: EVERYTHING, ...fields };
  const answer = await admin.client.post<Schemas['WebhookEndpointWithSecret']>('/v1/webhook-endpoints', body);
  expect(answer.status).toBe(201);
  return { ...answer.body, id: answer.body.endpoint.id, path: `/v1/webhook-endpoints/${answer.body.endpoint.id}` };
}
async function happen(fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await postForm(app, admin.dealership.id, fields);
  await settle(app);
  return body.lead_id;
}
const typesSent = () => posts.map((post) => (JSON.parse(post.body) as { type: string }).type);
const idsSent = () => posts.map((post) => post.headers['webhook-id']);
async function deliveries(query = ''): Promise<Schemas['WebhookDelivery'][]> {
  const path = `/v1/webhook-deliveries?limit=100${query}`;
  return (await stillSignedIn(app, admin).get<Schemas['WebhookDeliveryList']>(path)).body.data;
}
async function endpointNow(path: string): Promise<Schemas['WebhookEndpoint']> {
  return (await stillSignedIn(app, admin).get<Schemas['WebhookEndpoint']>(path)).body;
}

describe('what happens in a dealership', () => {
  it('is posted once to an endpoint that wants to hear of it, as the contract says', async () => {
    await listen();
    const leadId = await happen({ vehicle_interest: 'Volvo XC60' });
    await sender.drain();
    const expected = ['lead.created', 'lead.status_changed', 'lead.updated', 'message.received', 'message.sent'];
    expect([...new Set(typesSent())].sort()).toEqual(expected);
    for (const type of expected.filter((name) => name !== 'lead.updated'))
      expect(typesSent().filter((sent) => sent === type)).toHaveLength(1);
    await sender.drain();
    expect(new Set(idsSent()).size).toBe(posts.length);

    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(loadContract(CONTRACT).document, 'contract');
    const valid = ajv.compile({ $ref: 'contract#/components/schemas/WebhookEvent' });
    for (const post of posts) expect([valid(JSON.parse(post.body)), valid.errors]).toEqual([true, null]);
    const event = JSON.parse(posts.find((post) => post.body.includes('lead.status_changed'))?.body ?? '');
    expect(event).toMatchObject({
      version: 1,
      test: false,
      dealership_id: admin.dealership.id,
      data: { lead_id: leadId, from: 'new', to: 'contacted' },
    });
  });

  it('is not posted to those who did not ask, to another mode or to another dealership', async () => {
    await listen({ events: ['message.received'] }, '/one');
    await admin.client.post('/v1/webhook-endpoints', { url: `${origin}/test`, events: EVERYTHING, mode: 'test' });
    const first = admin;
    await listen({}, '/other');
    admin = first;
    await happen();
    await sender.drain();
    expect(posts.map((post) => post.path)).toEqual(['/one']);
    expect(typesSent()).toEqual(['message.received']);
  });

  it('is queued once even when it is looked at again after a crash', async () => {
    await listen();
    await happen();
    await fanOutEvents(app.services);
    const before = await deliveries();
    await asOperator(() => DomainEvent.updateMany({}, { $set: { fanned_out: false } }));
    await Promise.all([fanOutEvents(app.services), fanOutEvents(app.services)]);
    expect(await deliveries()).toEqual(before);
    await sender.drain();
    expect(posts).toHaveLength(before.length);
  });

  it('is a change, a deletion and an address that gets nothing more, too', async () => {
    await listen();
    const leadId = await happen();
    await sender.drain();
    posts = [];
    await admin.client.patch(`/v1/leads/${leadId}`, { status: 'qualified', status_reason: 'Kommer lørdag' });
    await runAsTenant(admin.dealership.id, async () => {
      await suppress(app.services, 'email', 'kari@example.com', 'complained');
      await suppress(app.services, 'email', 'kari@example.com', 'bounced');
    });
    await sender.drain();
    await admin.client.delete(`/v1/leads/${leadId}`);
    await sender.drain();
    expect(typesSent().sort()).toEqual(['lead.deleted', 'lead.status_changed', 'lead.updated', 'suppression.created']);
    const said = Object.fromEntries(posts.map(({ body }) => [JSON.parse(body).type, JSON.parse(body).data]));
    expect(said['lead.status_changed']).toMatchObject({ to: 'qualified', reason: 'Kommer lørdag' });
    expect(said['lead.deleted'].lead.deleted_at).not.toBeNull();
    expect(said['suppression.created']).toMatchObject({ address: 'kari@example.com', reason: 'complained' });
  });

  it('is not told of with the words of a lead that was deleted meanwhile', async () => {
    await listen();
    const leadId = await happen();
    const reply = (await messageRecords(admin.dealership.id, leadId)).find(({ purpose }) => purpose === 'reply');
    const report = { message: { provider_id: reply?.provider_id ?? '' }, state: 'delivered', reason: null } as const;
    await admin.client.delete(`/v1/leads/${leadId}`);
    expect(await runAsTenant(admin.dealership.id, () => noteDeliveryReport(app.services, report))).toBe('noted');
    await sender.drain();
    expect(typesSent()).toContain('lead.deleted');
    expect(typesSent().filter((type) => type.startsWith('message.'))).toEqual([]);
  });
});

describe('a conversation that needs a person', () => {
  it('is told of, and so is whoever resolves it', async () => {
    await listen({ events: ['escalation.created', 'escalation.updated'] });
    await happen({ message: 'Jeg vil snakke med et menneske, ikke en robot.' });
    await sender.drain();
    expect(typesSent()).toContain('escalation.created');
    const [open] = (await stillSignedIn(app, admin).get<Schemas['EscalationList']>('/v1/escalations')).body.data;
    posts = [];
    await stillSignedIn(app, admin).post(`/v1/escalations/${open?.id}/resolve`, {});
    await sender.drain();
    const last = JSON.parse(posts.at(-1)?.body ?? '{}') as Schemas['WebhookEscalationEvent'];
    expect([last.type, last.data.escalation.id, last.data.escalation.state]).toEqual([
      'escalation.updated',
      open?.id,
      'resolved',
    ]);
  });
});

describe('a signature', () => {
  it('is one that the reference implementation verifies, with either secret while they overlap', async () => {
    const { secret, path } = await listen({ events: ['lead.created'] });
    await happen();
    await sender.drain();
    const verify = (key: string, post = posts[0]) =>
      new Webhook(key).verify(post?.body ?? '', post?.headers as Record<string, string>);
    expect(verify(secret)).toMatchObject({ type: 'lead.created' });
    expect(() => verify(secret, { ...(posts[0] as Post), body: `${posts[0]?.body} ` })).toThrow();

    const rotated = await admin.client.post<Schemas['WebhookEndpointWithSecret']>(`${path}/rotate-secret`, {
      overlap_hours: 2,
    });
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(secret);
    expect(rotated.body.endpoint.secrets).toHaveLength(2);
    posts = [];
    await happen();
    await sender.drain();
    for (const key of [secret, rotated.body.secret]) expect(verify(key)).toMatchObject({ type: 'lead.created' });
    posts = [];
    app.clock.advance(2 * HOUR_MS);
    await happen();
    await sender.drain();
    expect(() => verify(secret)).toThrow();
    expect(verify(rotated.body.secret)).toMatchObject({ type: 'lead.created' });
  });

  it('is made with a secret that is shown once and stands nowhere in clear', async () => {
    const { secret, path } = await listen();
    expect((await admin.client.get(path)).text).not.toContain(secret.slice(6));
    const stored = await runAsTenant(admin.dealership.id, () =>
      WebhookDelivery.db.collection('webhook_endpoints').find().toArray(),
    );
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6));
  });
});

describe('a post that does not get through', () => {
  it('is tried again on the schedule, with the same id and body, until there are no more tries', async () => {
    const { secret } = await listen({ events: ['lead.created'] });
    answering = () => ({ status: 503, body: 'nei' });
    await happen();
    await sender.drain();
    const waits = [5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS, 10 * HOUR_MS];
    for (const wait of waits) {
      const made = posts.length;
      await sender.drain();
      expect(posts).toHaveLength(made);
      app.clock.advance(wait * 1.1 + SECOND_MS);
      await sender.drain();
      expect(posts).toHaveLength(made + 1);
    }
    app.clock.advance(DAY_MS);
    await sender.drain();
    expect(posts).toHaveLength(8);
    expect(new Set(idsSent()).size).toBe(1);
    expect(new Set(posts.map((post) => post.body)).size).toBe(1);
    for (const post of posts) new Webhook(secret).verify(post.body, post.headers as Record<string, string>);
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({ state: 'failed', attempts: 8, last_status: 503, next_attempt_at: null });
    const log = `/v1/webhook-deliveries/${delivery?.id}`;
    const details = await stillSignedIn(app, admin).get<Schemas['WebhookDeliveryDetails']>(log);
    expect(details.body.attempts).toHaveLength(8);
    expect(details.body.attempts[0]).toMatchObject({ status: 503, error: null, response: 'nei' });
    expect(details.body.body).toBe(posts[0]?.body);
  });

  it('is told to the admins once, by mail', async () => {
    const { path } = await listen({ events: ['lead.created'] });
    const mails = async () => {
      await settle(app);
      const answer = await admin.client.get<Schemas['OutboxList']>('/v1/outbox?limit=100');
      return answer.body.data.filter((mail) => mail.audience === 'staff' && /webhook/i.test(mail.subject ?? ''));
    };
    answering = () => ({ status: 500 });
    for (let i = 0; i < 4; i += 1) await happen();
    await sender.drain();
    expect(await mails()).toHaveLength(0);
    for (let i = 0; i < 3; i += 1) await happen();
    await sender.drain();
    expect((await endpointNow(path)).health.consecutive_failures).toBe(7);
    const [mail, ...more] = await mails();
    expect(more).toHaveLength(0);
    expect(mail).toMatchObject({ to: admin.email, subject: expect.stringContaining('Webhooken svarer ikke') });
    answering = () => ({ status: 200 });
    app.clock.advance(10 * SECOND_MS);
    await sender.drain();
    expect((await endpointNow(path)).health).toMatchObject({ consecutive_failures: 0, failing_since: null });
  });

  it('disables the endpoint at once when it is gone, and what comes meanwhile can be resent', async () => {
    const { path, id } = await listen({ events: ['lead.created'] });
    answering = () => ({ status: 410 });
    await happen();
    await sender.drain();
    await happen();
    await sender.drain();
    expect(posts).toHaveLength(1);
    expect(await endpointNow(path)).toMatchObject({ enabled: false, disabled_reason: 'gone' });
    expect((await deliveries(`&endpoint_id=${id}`)).map((one) => one.state)).toEqual(['cancelled', 'failed']);
    answering = () => ({ status: 200 });
    const since = new Date(app.clock.now().getTime() - HOUR_MS).toISOString();
    expect((await admin.client.post(`${path}/resend`, { since })).status).toBe(422);
    await admin.client.patch(path, { enabled: true });
    expect((await admin.client.post(`${path}/resend`, { since: '2026-12-31T23:59:60Z' })).status).toBe(400);
    expect((await admin.client.post(`${path}/resend`, { since })).body).toEqual({ count: 2 });
    await sender.drain();
    expect((await deliveries()).map((one) => one.state)).toEqual(['succeeded', 'succeeded']);
    const [newest] = await deliveries();
    posts = [];
    await admin.client.post(`/v1/webhook-deliveries/${newest?.id}/resend`);
    await sender.drain();
    expect(idsSent()).toEqual([newest?.webhook_id]);
  });

  it('is given up for good when nothing has got through for five days', async () => {
    const { path } = await listen({ events: ['lead.created'] });
    answering = () => ({ status: 500 });
    await happen();
    await sender.drain();
    app.clock.advance(5 * DAY_MS + MINUTE_MS);
    await sender.drain();
    expect(await endpointNow(path)).toMatchObject({ enabled: false, disabled_reason: 'failing' });
  });

  it('waits as long as Retry-After says, and so does everything else for that endpoint', async () => {
    const { path } = await listen({ events: ['lead.created'] });
    answering = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await happen();
    await sender.drain();
    await happen();
    app.clock.advance(9 * MINUTE_MS);
    await sender.drain();
    expect(posts).toHaveLength(1);
    expect((await endpointNow(path)).health.paused_until).not.toBeNull();
    answering = () => ({ status: 200 });
    app.clock.advance(2 * MINUTE_MS);
    await sender.drain();
    expect((await deliveries()).map((one) => one.state)).toEqual(['succeeded', 'succeeded']);
  });

  it('is one that a redirect answered, which is not followed', async () => {
    await listen({ events: ['lead.created'] });
    answering = () => ({ status: 302, headers: { location: `${origin}/elsewhere` } });
    await happen();
    await sender.drain();
    expect(posts.map((post) => post.path)).toEqual(['/hook']);
    expect((await deliveries())[0]).toMatchObject({ state: 'pending', last_status: 302 });
  });

  it('is made again, under the same id, when its worker died in the middle', async () => {
    await listen({ events: ['lead.created'] });
    await happen();
    await fanOutEvents(app.services);
    await asOperator(() =>
      WebhookDelivery.updateMany(
        { state: 'pending' },
        { $set: { state: 'sending', lease_until: app.clock.now(), attempts: 1 } },
      ),
    );
    await sender.drain();
    expect((await deliveries())[0]).toMatchObject({ state: 'succeeded', attempts: 2 });
  });
});

describe('a post that gets through', () => {
  it('is noted with its endpoint once a minute, and at once when the endpoint was in trouble', async () => {
    const { path } = await listen({ events: ['lead.created'] });
    const successes: string[] = [];
    const post = async (afterMs: number) => {
      app.clock.advance(afterMs);
      await happen();
      await sender.drain();
      successes.push((await endpointNow(path)).health.last_success_at ?? '');
    };
    await post(0);
    await post(SECOND_MS);
    expect(successes[1]).toBe(successes[0]);
    await post(MINUTE_MS);
    expect(Date.parse(successes[2] ?? '') - Date.parse(successes[1] ?? '')).toBeGreaterThan(MINUTE_MS);
    answering = () => ({ status: 500 });
    await post(SECOND_MS);
    answering = () => ({ status: 200 });
    await post(SECOND_MS);
    expect((await endpointNow(path)).health).toMatchObject({ failing_since: null, consecutive_failures: 0 });
    expect(successes[4]).not.toBe(successes[3]);
  });
});

describe('what waits for an endpoint that takes nothing now', () => {
  it.each<[string, (endpointId: string) => Promise<unknown>, string]>([
    [
      'is paused',
      (_id) => WebhookEndpoint.updateOne({ _id }, { paused_until: after(app.clock.now(), HOUR_MS) }),
      'pending',
    ],
    ['is disabled', (_id) => WebhookEndpoint.updateOne({ _id }, { enabled: false }), 'cancelled'],
    ['is gone', (_id) => WebhookEndpoint.deleteOne({ _id }), 'cancelled'],
  ])('because it %s is put aside in one write', async (_, close, state) => {
    const { id } = await listen({ events: ['lead.created'] });
    for (let i = 0; i < 5; i += 1) await happen({ email: `kari-${i}@example.com` });
    await fanOutEvents(app.services);
    await runAsTenant(admin.dealership.id, () => close(id));
    // What other tests left to be tried again may have come due by now.
    await asOperator(() => WebhookDelivery.deleteMany({ endpoint_id: mongoose.trusted({ $ne: id }) }));
    const { writes } = await databaseCalls(() => sender.tick());
    // The other one gives back what dead workers held.
    expect(writes.filter((collection) => collection === 'webhook_deliveries')).toHaveLength(2);
    expect((await deliveries()).map((one) => one.state)).toEqual(Array(5).fill(state));
    expect(posts).toEqual([]);
  });
});

describe('a receiver that never answers', () => {
  it('holds up nobody else, and gets a few posts at a time', async () => {
    await listen({ events: ['lead.created'] }, '/hangs');
    const hanging = admin;
    for (let i = 0; i < 10; i += 1) await happen();
    await listen({ events: ['lead.created'] }, '/quick');
    await happen();
    answering = (post) => (post.path === '/hangs' ? 'never' : { status: 200 });
    await sender.tick();
    await expect.poll(() => posts.filter((post) => post.path === '/quick').length).toBe(1);
    await expect.poll(async () => (await deliveries())[0]?.state).toBe('succeeded');
    expect(posts.filter((post) => post.path === '/hangs').length).toBeLessThanOrEqual(4);
    admin = hanging;
    expect((await deliveries('&state=sending')).length).toBe(4);
    // Cut off, they are not left to run into the time limit while the next tests wait.
    server.closeAllConnections();
    answering = () => ({ status: 200 });
    await sender.drain();
  });
});

describe('an endpoint', () => {
  it('can be tried, whatever it subscribes to', async () => {
    const { path, id } = await listen({ events: ['lead.deleted'] }, '/tried');
    const answer = await admin.client.post<Schemas['WebhookDelivery']>(`${path}/test`);
    expect(answer).toMatchObject({ status: 202, body: { type: 'webhook.test', state: 'pending' } });
    await sender.drain();
    const tried = posts.filter((post) => post.path === '/tried').map((post) => JSON.parse(post.body));
    expect(tried).toMatchObject([{ type: 'webhook.test', data: { endpoint_id: id } }]);
  });

  it('that was deleted gets nothing more', async () => {
    const { path } = await listen({ events: ['lead.created'] });
    await happen();
    await fanOutEvents(app.services);
    expect((await admin.client.delete(path)).status).toBe(204);
    await sender.drain();
    expect(posts).toEqual([]);
    expect((await deliveries())[0]).toMatchObject({ state: 'cancelled' });
  });

  it.each(['https://user:secret@crm.example/', 'https://crm.example/#part'])('cannot be %s', async (url) => {
    admin = await app.signUp();
    const answer = await admin.client.post<Schemas['Problem']>('/v1/webhook-endpoints', {
      url,
      events: ['lead.created'],
    });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '#/url']);
  });

  it('of a key has the mode of the key, and only that mode is shown to it', async () => {
    admin = await app.signUp();
    const key = app.as(await app.secretKey(admin, ['webhooks:read', 'webhooks:write'], 'test'));
    await admin.client.post('/v1/webhook-endpoints', { url: origin, events: ['lead.created'] });
    const made = await key.post<Schemas['WebhookEndpointWithSecret']>('/v1/webhook-endpoints', {
      url: origin,
      events: ['lead.created'],
    });
    expect(made.body.endpoint.mode).toBe('test');
    expect((await key.get<Schemas['WebhookEndpointList']>('/v1/webhook-endpoints')).body.data).toHaveLength(1);
    const live = { url: origin, events: ['lead.created'], mode: 'live' };
    expect((await key.post('/v1/webhook-endpoints', live)).status).toBe(422);
  });
});

it('leaves messages and leads alone', async () => {
  await listen();
  const leadId = await happen();
  const before = await messageRecords(admin.dealership.id, leadId);
  await sender.drain();
  expect(await messageRecords(admin.dealership.id, leadId)).toEqual(before);
  expect((await leadRecord(admin.dealership.id, leadId)).status).toBe('contacted');
});
