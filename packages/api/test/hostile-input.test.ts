import { gzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../src/generated/openapi.ts';
import { loadContract, type Operation } from '../src/http/contract.ts';
import { isPublic, policy } from '../src/http/policy.ts';
import type { Client } from './client.ts';
import { exampleBody, pathOf } from './example-request.ts';
import { connectPage, GraphStub } from './graph-stub.ts';
import { CONTRACT, type Person, startTestApp, type TestApp } from './start-test-app.ts';
import { postForm, roomyEnv, settle } from './work.ts';

type Problem = components['schemas']['Problem'];
type Lead = components['schemas']['Lead'];
type Json = Record<string, unknown>;

const contract = loadContract(CONTRACT);
const withBody = contract.operations.filter((operation) => exampleBody(contract, operation) !== undefined);
/** Any existing form has fields of its own, and a provider adds some without notice; everything else refuses them. */
const OPEN = ['receiveForm', 'receiveMailgunEvent'];
const closed = withBody.filter(({ id }) => !OPEN.includes(id));
const json = { 'content-type': 'application/json' };

let api: TestApp;
let graph: GraphStub;
let anne: Person;
let publishable: string;
let visitor: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  graph = await GraphStub.start();
  api = await startTestApp({ env: { ...roomyEnv, ...graph.env } });
  anne = await api.signUp();
  publishable = await api.publishableKey(anne, ['https://dealer.example']);
  visitor = (await api.as(publishable).post<{ token: string }>('/v1/chat/sessions', {})).body.token;
  const lead = await postForm(api, anne.dealership.id, { message: 'Jeg vil snakke med et menneske.' });
  await settle(api);
  const vehicle = await anne.client.post<{ id: string }>('/v1/vehicles', { make: 'Volvo', model: 'XC60' });
  const hook = { url: 'https://crm.example/in', events: ['lead.created'] };
  const endpoint = await anne.client.post<{ endpoint: { id: string } }>('/v1/webhook-endpoints', hook);
  const escalations = await anne.client.get<{ data: { id: string }[] }>('/v1/escalations');
  const outbox = await anne.client.get<{ data: { id: string }[] }>('/v1/outbox');
  const connection = await connectPage(anne.client, '104729381723');
  const messages = await anne.client.get<{ data: { id: string; sender_type: string }[] }>(
    `/v1/leads/${lead.body.lead_id}/messages`,
  );
  Object.assign(ids, {
    message_id: messages.body.data.find(({ sender_type }) => sender_type === 'ai')?.id,
    lead_id: lead.body.lead_id,
    vehicle_id: vehicle.body.id,
    form_id: 'default',
    entry_id: 'kno_01JD8Y3M5T9Q4W7Z2X6C1V8B0N',
    version_id: 'kver_01JD8Y3M5T9Q4W7Z2X6C1V8B0N',
    question_id: 'kqn_01JD8Y3M5T9Q4W7Z2X6C1V8B0N',
    arrival_id: 'arr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N',
    portal_template_id: 'finn',
    outbox_id: outbox.body.data[0]?.id,
    webhook_endpoint_id: endpoint.body.endpoint.id,
    connection_id: connection.id,
    escalation_id: escalations.body.data[0]?.id,
    dealership_id: anne.dealership.id,
  });
});
afterAll(async () => {
  await api.close();
  graph.close();
});

/** Everything that is stored, but for counters of requests. */
async function everything(): Promise<string> {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  const kept = collections.filter(
    ({ collectionName }) => !['rate_limits', 'api_keys', 'inbound_requests'].includes(collectionName),
  );
  const documents = await Promise.all(
    kept.map(async (collection) => [collection.collectionName, await collection.find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(documents.sort());
}

function callerOf({ id }: Operation): Client {
  if (id === 'submitForm' || id === 'openChatSession') return api.as(publishable);
  return api.as(!isPublic(id) && policy[id].visitor ? visitor : anne.token);
}

function send(operation: Operation, body: unknown, headers = {}) {
  const path = pathOf(operation, (name) => ids[name] ?? '');
  return callerOf(operation).send<Problem>(operation.method.toUpperCase(), path, { body, headers });
}

const table = (operations: readonly Operation[]) => operations.map((operation) => [operation.id, operation] as const);

describe('what is refused', () => {
  let before: string;
  beforeEach(async () => {
    before = await everything();
  });
  afterEach(async () => {
    expect(await everything()).toBe(before);
  });

  const FOREIGN_FIELDS = [
    ...['_id', 'id', 'dealership_id', 'user_id', 'created_at', 'updated_at', 'deleted_at', '__v'],
    ...['password_hash', 'hash', 'is_admin', 'search_tokens', 'send_key', '$set', '$where', 'constructor', '__proto__'],
  ];

  /** Who belongs to several dealerships says which one to sign in to; an escalation is given to a colleague. */
  const OWN_FIELDS: Readonly<Record<string, string>> = { logIn: 'dealership_id', assignEscalation: 'user_id' };

  it.each(table(closed))('%s takes no field that is not its own', async (id, operation) => {
    const example = exampleBody(contract, operation) as Json;
    const fields = FOREIGN_FIELDS.filter((field) => OWN_FIELDS[id] !== field);
    for (const field of fields) {
      const body = `${JSON.stringify(example).slice(0, -1)},${JSON.stringify(field)}:"x"}`;
      const answer = await send(operation, body, json);
      expect([field, answer.status, answer.body.code]).toEqual([field, 400, 'invalid_request']);
    }
  });

  const OPERATORS: unknown[] = [
    { $ne: null },
    { $gt: '' },
    { $regex: '.*' },
    { $where: 'true' },
    ['a', 'b'],
    { toString: 'x' },
    7.5,
  ];

  it.each(table(withBody))('%s takes no operator where text belongs', async (_id, operation) => {
    const example = exampleBody(contract, operation) as Json;
    const texts = Object.keys(example).filter((field) => typeof example[field] === 'string');
    for (const field of texts) {
      for (const value of OPERATORS) {
        const answer = await send(operation, { ...example, [field]: value });
        const pointers = answer.body.errors?.map((error) => error.pointer);
        expect([field, value, answer.status, pointers]).toEqual([field, value, 400, [`#/${field}`]]);
      }
    }
  });

  it.each(table(withBody))('%s takes no other kind of body', async (_id, operation) => {
    for (const body of ['[]', 'null', '"text"', '7', `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
      expect([body.slice(0, 9), (await send(operation, body, json)).status]).toEqual([body.slice(0, 9), 400]);
    }
    const malformed = await send(operation, '{"name": ', json);
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed_json']);
    const text = await send(operation, JSON.stringify(exampleBody(contract, operation)), {
      'content-type': 'text/plain',
    });
    expect([text.status, text.body.code]).toEqual([415, 'unsupported_media_type']);
    const large = await send(operation, JSON.stringify({ message: 'x'.repeat(300_000) }), json);
    expect([large.status, large.body.code]).toEqual([413, 'payload_too_large']);
  });

  it.each(table(contract.operations.filter(({ id, method }) => method === 'get' && /^list/.test(id))))(
    '%s takes no operator in its query',
    async (_id, operation) => {
      const path = pathOf(operation, (name) => ids[name] ?? '');
      for (const query of [
        'limit[$gt]=1',
        'cursor[$ne]=x',
        'limit=1&limit=2',
        'limit=0',
        'limit=101',
        '$where=1',
        'cursor=',
      ]) {
        const answer = await anne.client.get<Problem>(`${path}?${query}`);
        expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'invalid_request']);
      }
    },
  );

  it.each([
    'status[$ne]=new',
    'status=new&status=won',
    'status=new,won,stolen',
    'q[$regex]=.*',
    'tag[]=a',
    'unread=maybe',
    'created_after=yesterday',
    'person_id[$ne]=x',
  ])('the leads with ?%s', async (query) => {
    expect((await anne.client.get<Problem>(`/v1/leads?${query}`)).status).toBe(400);
  });

  it.each(['%24ne', '[object%20Object]', '..%2f..%2fusers', '%00', 'null', 'undefined', 'a'.repeat(65)])(
    'the lead %s',
    async (id) => {
      expect([400, 404]).toContain((await anne.client.get(`/v1/leads/${id}`)).status);
    },
  );

  it('a form post whose fields are operators', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of ['name=x&email[$ne]=x&message=x', 'name[$gt]=&email=a@b.example&message=x', 'name=x', '']) {
      const answer = await api.as(null).post<Problem>(`/webhooks/form/${anne.dealership.id}`, body, form);
      expect([body, answer.status]).toEqual([body, 400]);
    }
    const logIn = await api.as(null).post<Problem>('/v1/auth/login', 'email[$ne]=&password[$ne]=', form);
    expect(logIn.status).toBe(415);
  });

  it('a body without end, while it still comes', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(97);
    let asked = 0;
    const endless = new ReadableStream({
      pull(controller) {
        asked += 1;
        if (asked < 10_000) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const response = await fetch(`${api.url}/v1/vehicles`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${anne.token}` },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(asked).toBeLessThan(10_000);
  });

  it('a body that is small on the way and large when it is here', async () => {
    const bomb = gzipSync(JSON.stringify({ make: 'Volvo', model: 'x'.repeat(50_000_000) }));
    const response = await fetch(`${api.url}/v1/vehicles`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip', authorization: `Bearer ${anne.token}` },
      body: new Uint8Array(bomb),
    });
    expect(response.status).toBe(413);
  });
});

describe('what is kept as it was written', () => {
  it.each([
    '{"$ne":null}',
    '$where: sleep(1000)',
    '<script>alert(1)</script>',
    "'; DROP TABLE leads; --",
    '__proto__',
    '=1+1',
    'a\u0000b',
    '𝕏 🫐 \u202e',
  ])('the note %j', async (text) => {
    const note = await anne.client.post<{ text: string }>(`/v1/leads/${ids.lead_id}/notes`, { text });
    expect([note.status, note.body.text]).toEqual([201, text]);
  });

  it('fields of a form that nobody knows, and they decide nothing', async () => {
    const strange = {
      dealership_id: 'dlr_other',
      _id: 'x',
      status: 'won',
      score: '100',
      assigned_to: 'usr_x',
      'email[$ne]': 'x',
      $where: 'true',
      'a.b': 'c',
      constructor: 'x',
    };
    const fields = { email: 'strange@example.com', ...strange };
    const first = await postForm(api, anne.dealership.id, fields);
    expect(first.status).toBe(200);
    api.clock.advance(6 * 60_000);
    const again = await postForm(api, anne.dealership.id, { ...fields, message: 'Et annet spørsmål' });
    expect(again.body.lead_id).toBe(first.body.lead_id);
    const lead = await anne.client.get<Lead>(`/v1/leads/${first.body.lead_id}`);
    expect(lead.body.submissions).toHaveLength(2);
    const { 'email[$ne]': _, $where: __, 'a.b': ___, ...plain } = strange;
    const kept = { ...plain, 'email[_ne]': 'x', _where: 'true', a_b: 'c' };
    for (const { metadata } of lead.body.submissions) expect(metadata).toEqual(kept);
    expect(lead.body.status).not.toBe('won');
    expect(lead.body.customer.email).toBe('strange@example.com');
  });
});

describe('what happened', () => {
  it('was never our failure, and polluted no object', () => {
    expect(api.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(({} as Json).x).toBeUndefined();
  });

  it('was logged without what people wrote or signed in with', async () => {
    const canary = 'kanarifugl';
    await api.as(null).post('/v1/auth/login', { email: `${canary}@example.com`, password: canary });
    await api.as(canary).get(`/v1/leads?q=${canary}`);
    await postForm(api, anne.dealership.id, { name: canary, email: `${canary}@example.com`, message: canary });
    await api.as(null).get(`/unsubscribe/${canary}`);
    await anne.client.post('/v1/vehicles', `{"make": "${canary}`, json);
    await settle(api);
    const log = api.logger.text();
    expect(log).not.toContain(canary);
    for (const secret of [anne.token, anne.password, anne.cookie.split('=')[1] ?? '-', publishable]) {
      expect(log).not.toContain(secret);
    }
    expect(log).toContain('"route":"/v1/vehicles"');
  });
});
