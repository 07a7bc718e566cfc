import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../src/generated/openapi.ts';
import { loadContract, type Operation } from '../src/http/contract.ts';
import { isPublic } from '../src/http/policy.ts';
import type { Client } from './client.ts';
import { exampleBody, NOBODYS_ULID, pathOf, pathParameters } from './example-request.ts';
import { connectPage, GraphStub } from './graph-stub.ts';
import { mailForm, postMailForm } from './mail-with-files.ts';
import { CONTRACT, type Person, startTestApp, type TestApp } from './start-test-app.ts';
import { roomyEnv, settle } from './work.ts';

const contract = loadContract(CONTRACT);

/** A word that stands in everything of the other dealership, and must never be read here. */
const CANARY = 'kanarifugl';

type Data = { data: { id: string }[] };

/** Ids of the other dealership, by the name a path gives them. An operation with a name that is not here fails. */
const theirs: Record<string, string> = {};
const PREFIXES: Record<string, string> = {
  lead_id: 'lead',
  vehicle_id: 'veh',
  form_id: 'frm',
  arrival_id: 'arr',
  inbound_request_id: 'inb',
  api_key_id: 'key',
  outbox_id: 'out',
  attachment_id: 'att',
  webhook_endpoint_id: 'whe',
  webhook_delivery_id: 'whd',
  entry_id: 'kno',
  version_id: 'kver',
  connection_id: 'con',
  question_id: 'kqn',
  delivery_id: 'msg',
  portal_template_id: 'ptl',
  message_id: 'msg',
  escalation_id: 'esc',
};

let api: TestApp;
let graph: GraphStub;
let anne: Person;
let berit: Person;
let beritsKey: string;
let theirsBefore: Map<string, string>;

beforeAll(async () => {
  graph = await GraphStub.start();
  api = await startTestApp({ env: { ...roomyEnv, ...graph.env } });
  anne = await api.signUp({ dealership_name: `Fjord Bil ${CANARY}`, name: `Anne ${CANARY}` });
  berit = await api.signUp();
  beritsKey = await api.secretKey(berit, [
    'leads:read',
    'leads:write',
    'vehicles:read',
    'vehicles:write',
    'forms:read',
    'webhooks:read',
    'webhooks:write',
    'knowledge:read',
    'knowledge:write',
  ]);
  await fill(anne.client);
  theirsBefore = await everythingOf(anne.client, 200);
});
afterAll(async () => {
  await api.close();
  graph.close();
});

/** Gives a dealership one of everything. */
async function fill(client: Client): Promise<void> {
  await client.patch('/v1/crm', { enabled: true, address: `${CANARY}@crm.example` });
  const vehicle = await client.post<{ id: string }>('/v1/vehicles', { make: 'Volvo', model: `XC60 ${CANARY}` });
  const posted = await api.as(null).post<{ lead_id: string }>(`/webhooks/form/${anne.dealership.id}`, {
    name: `Ola ${CANARY}`,
    email: `${CANARY}@example.com`,
    phone: '90123456',
    vehicle_interest: `Volvo XC60 ${CANARY}`,
    message: `Er ${CANARY} ledig? Har ${CANARY} servicehefte?`,
  });
  await api.as(null).post(`/webhooks/form/${anne.dealership.id}`, {
    name: `Kari ${CANARY}`,
    email: `kari-${CANARY}@example.com`,
    message: 'Jeg vil snakke med et menneske.',
  });
  await settle(api);
  const leadId = posted.body.lead_id;
  await client.post(`/v1/leads/${leadId}/notes`, { text: `Ringte ${CANARY}` });
  await client.post(`/v1/leads/${leadId}/messages`, { channel: 'email', text: `Hei ${CANARY}` });
  const files = [{ name: `${CANARY}.txt`, type: 'text/plain', content: CANARY }];
  const from = `Ola <${CANARY}@example.com>`;
  await postMailForm(api, anne.dealership.id, mailForm(api, { from, text: `Se bildet av ${CANARY}`, files }));
  await client.post('/v1/users', { email: `${CANARY}@dealer.example`, name: CANARY, role: 'viewer' });
  const key = await client.post<{ id: string }>('/v1/api-keys', {
    name: CANARY,
    kind: 'publishable',
    mode: 'live',
    allowed_origins: ['https://dealer.example'],
  });
  const endpoint = await client.post<{ endpoint: { id: string } }>('/v1/webhook-endpoints', {
    url: `https://${CANARY}.example/`,
    events: ['lead.created'],
  });
  await client.post(`/v1/webhook-endpoints/${endpoint.body.endpoint.id}/test`);
  const entry = await client.post<{ id: string }>('/v1/knowledge/entries', {
    kind: 'faq',
    title: `Hva koster ${CANARY}?`,
    text: `Det koster ${CANARY}.`,
    category: CANARY,
  });
  const connection = await connectPage(client, '104729381723');
  await settle(api);
  const firstId = async (path: string) => (await client.get<Data>(path)).body.data[0]?.id ?? '';
  const messages = await client.get<components['schemas']['MessageList']>(`/v1/leads/${leadId}/messages`);
  const mailId = await firstId('/v1/arrivals?channel=email');
  const mail = (await client.get<components['schemas']['ArrivalMail']>(`/v1/arrivals/${mailId}/mail`)).body;
  const start = mail.text.indexOf(CANARY);
  const template = await client.post<{ id: string }>(`/v1/arrivals/${mailId}/portal-template`, {
    name: CANARY,
    senders: [`${CANARY}.example`],
    marks: [{ field: 'name', in: 'text', start, end: start + CANARY.length }],
  });
  Object.assign(theirs, {
    portal_template_id: template.body.id,
    attachment_id: messages.body.data.flatMap(({ attachments }) => attachments)[0]?.id ?? '',
    connection_id: connection.id,
    delivery_id: await firstId('/v1/crm/deliveries'),
    message_id: messages.body.data.find(({ sender_type }) => sender_type === 'ai')?.id ?? '',
    lead_id: leadId,
    vehicle_id: vehicle.body.id,
    form_id: await firstId('/v1/forms'),
    arrival_id: await firstId('/v1/arrivals'),
    inbound_request_id: await firstId('/v1/inbound-requests'),
    api_key_id: key.body.id,
    entry_id: entry.body.id,
    version_id: await firstId(`/v1/knowledge/entries/${entry.body.id}/versions`),
    question_id: await firstId('/v1/knowledge/unanswered'),
    outbox_id: await firstId(`/v1/outbox?lead_id=${leadId}`),
    webhook_endpoint_id: endpoint.body.endpoint.id,
    webhook_delivery_id: await firstId('/v1/webhook-deliveries'),
    escalation_id: await firstId('/v1/escalations'),
  });
}

const LISTS = [
  ...['', '?q=kanarifugl', '?test=true', '?deleted=true', '?sort=last_activity_at'].map((query) => `/v1/leads${query}`),
  ...['', '?q=volvo'].map((query) => `/v1/vehicles${query}`),
  ...['', '?q=kanarifugl', '?category=kanarifugl', '?kind=faq'].map((query) => `/v1/knowledge/entries${query}`),
  '/v1/knowledge/unanswered',
  '/v1/forms',
  '/v1/forms/default',
  '/v1/arrivals',
  '/v1/inbound-requests',
  '/v1/mailbox',
  '/v1/portal-templates',
  '/v1/crm',
  '/v1/crm/deliveries',
  '/v1/escalations',
  '/v1/users',
  '/v1/api-keys',
  '/v1/outbox',
  '/v1/webhook-endpoints',
  '/v1/webhook-deliveries',
  '/v1/connections',
  '/v1/dealership',
  '/v1/assistant',
  '/v1/usage',
  '/v1/auth/me',
];

/** What holds no word and no id of Anne's, and what is read in tests of its own. */
const HOLD_NOTHING_OF_HERS = ['/v1/leads?test=true', '/v1/leads?deleted=true', '/v1/assistant', '/v1/usage'];
const READ_ELSEWHERE = [
  '/v1/chat',
  '/v1/chat/session',
  '/v1/chat/session/events',
  '/v1/events',
  '/v1/sandbox',
  '/v1/sandbox/receiver/receipts',
];

/** Everything that can be read of Anne's dealership by somebody, as it stands, by path; a lead's own pages answer `ofLead`. */
async function everythingOf(client: Client, ofLead: 200 | 404): Promise<Map<string, string>> {
  const pages = ['', '/messages', '/notes', '/history', '/follow-ups', '/chat'].map(
    (part) => `/v1/leads/${theirs.lead_id}${part}`,
  );
  const read = async (path: string, status: number) => {
    const answer = await client.get(path);
    expect([path, answer.status]).toEqual([path, status]);
    return [path, answer.text] as const;
  };
  return new Map(
    await Promise.all([...LISTS.map((path) => read(path, 200)), ...pages.map((path) => read(path, ofLead))]),
  );
}

async function answerOf(client: Client, operation: Operation, valueFor: (parameter: string) => string) {
  const body = exampleBody(contract, operation);
  const path = pathOf(operation, valueFor);
  const answer = await client.send<Record<string, unknown>>(operation.method.toUpperCase(), path, { body });
  const headers = Object.fromEntries(answer.headers);
  for (const volatile of ['request-id', 'date', 'ratelimit', 'content-length']) delete headers[volatile];
  const said: Record<string, unknown> = { ...answer.body, request_id: '' };
  return { status: answer.status, body: said, headers };
}

const withIds = contract.operations.filter(({ id, path }) => !isPublic(id) && path.includes('{'));

describe('an id of another dealership', () => {
  it('is at hand for every operation that takes one', () => {
    const names = new Set(withIds.flatMap(pathParameters));
    expect([...names].sort()).toEqual(Object.keys(theirs).sort());
    for (const [name, id] of Object.entries(theirs)) expect(id).toMatch(new RegExp(`^${PREFIXES[name]}_`));
  });

  it.each(withIds.map((operation) => [operation.id, operation] as const))(
    'is to %s as one that does not exist',
    async (id, operation) => {
      const callers = id === 'submitForm' ? [await api.publishableKey(berit, ['https://b.example'])] : [berit.token];
      if (id !== 'submitForm') callers.push(beritsKey);
      for (const token of callers) {
        const foreign = await answerOf(api.as(token), operation, (name) => theirs[name] ?? '');
        const missing = await answerOf(api.as(token), operation, (name) => `${PREFIXES[name]}_${NOBODYS_ULID}`);
        expect(foreign).toEqual(missing);
        if (foreign.status !== 403) expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found']);
      }
    },
  );

  it('left no trace on what it belongs to', async () => {
    expect(await everythingOf(anne.client, 200)).toEqual(theirsBefore);
  });
});

describe('a dealership', () => {
  it('has something of its own in everything that is asked below', () => {
    const asked = new Set(LISTS.map((path) => path.split('?')[0]));
    const lists = contract.operations.filter(
      ({ id, method, path }) => method === 'get' && !isPublic(id) && !path.includes('{'),
    );
    expect(lists.map(({ path }) => path).filter((path) => !asked.has(path) && !READ_ELSEWHERE.includes(path))).toEqual(
      [],
    );
    const hers = [CANARY, anne.dealership.id, ...Object.values(theirs)];
    const bare = LISTS.filter((path) => !hers.some((word) => theirsBefore.get(path)?.includes(word)));
    expect(bare).toEqual(HOLD_NOTHING_OF_HERS);
  });

  it('reads nothing of another in any list, search or count', async () => {
    for (const text of (await everythingOf(berit.client, 404)).values()) {
      expect(text).not.toContain(CANARY);
      for (const id of Object.values(theirs)) if (id !== theirs.lead_id) expect(text).not.toContain(id);
    }
    const counts = (await berit.client.get<components['schemas']['VehicleList']>('/v1/vehicles')).body.counts;
    expect(counts).toEqual({ available: 0, reserved: 0, sold: 0, demo: 0 });
  });

  it('cannot be named in a body, a query or a header', async () => {
    const spoofed = { 'x-dealership-id': anne.dealership.id, 'x-tenant-id': anne.dealership.id };
    expect((await berit.client.get('/v1/leads', spoofed)).text).not.toContain(CANARY);
    expect((await berit.client.get(`/v1/leads?dealership_id=${anne.dealership.id}`)).status).toBe(400);
    const body = { make: 'Volvo', model: 'V60', dealership_id: anne.dealership.id };
    expect((await berit.client.post('/v1/vehicles', body)).status).toBe(400);
  });

  it('cannot point at what another has', async () => {
    const per = { source: 'manual', customer: { name: 'Per', email: 'per@example.com' } };
    const pointing = await berit.client.post('/v1/leads', { ...per, vehicle_id: theirs.vehicle_id });
    expect(pointing.status).toBe(422);
    const lead = await berit.client.post<components['schemas']['Lead']>('/v1/leads', per);
    const path = `/v1/leads/${lead.body.id}`;
    for (const changes of [{ vehicle_id: theirs.vehicle_id }, { assigned_to: anne.user.id }]) {
      const answer = await berit.client.patch(path, changes);
      expect([Object.keys(changes)[0], answer.status]).toEqual([Object.keys(changes)[0], 422]);
    }
  });

  it('shares no Idempotency-Key with another', async () => {
    const headers = { 'idempotency-key': 'the same in both' };
    const vehicle = { make: 'Tesla', model: 'Model 3' };
    const first = await anne.client.post<{ id: string }>('/v1/vehicles', vehicle, headers);
    const second = await berit.client.post<{ id: string }>('/v1/vehicles', vehicle, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('hears of nothing that happens in another', async () => {
    const controller = new AbortController();
    const stream = await fetch(`${api.url}/v1/events`, {
      headers: { authorization: `Bearer ${berit.token}` },
      signal: controller.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const theirVehicle = await anne.client.post<{ id: string }>('/v1/vehicles', { make: 'Audi', model: 'Q4' });
    const ourVehicle = await berit.client.post<{ id: string }>('/v1/vehicles', { make: 'Audi', model: 'Q8' });
    let heard = '';
    while (!heard.includes(ourVehicle.body.id)) heard += (await reader?.read())?.value ?? '';
    controller.abort();
    expect(heard).not.toContain(theirVehicle.body.id);
  });

  it('is not told by the same person asking elsewhere', async () => {
    const posted = await api
      .as(null)
      .post<{ lead_id: string; status: string }>(`/webhooks/form/${berit.dealership.id}`, {
        name: 'Ola',
        email: `${CANARY}@example.com`,
        message: 'Hei',
      });
    const lead = await berit.client.get<components['schemas']['Lead']>(`/v1/leads/${posted.body.lead_id}`);
    expect([lead.body.duplicate, lead.body.previous_lead_id, posted.body.status]).toEqual([false, null, 'new']);
    expect(posted.body.lead_id).not.toBe(theirs.lead_id);
  });
});
