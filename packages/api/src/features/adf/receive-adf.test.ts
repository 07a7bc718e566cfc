import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { messageRecords, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];
type Results = { data: Schemas['AdfResult'][] };

let key: string;

const { app, admin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  key = await app.secretKey(admin, ['leads:write', 'leads:read']);
});

interface Lead {
  id?: string;
  email?: string;
  comments?: string;
  status?: string;
}

function adf({
  id = randomUUID(),
  email = `${randomUUID()}@example.com`,
  comments = 'Er den ledig?',
  status = 'new',
}: Lead = {}) {
  return `<?adf version="1.0"?><adf><prospect status="${status}"><id source="portal.example">${id}</id>
    <requestdate>2026-11-20T10:15:00+01:00</requestdate>
    <vehicle interest="buy"><year>2022</year><make>Volvo</make><model>XC60</model></vehicle>
    <customer><contact><name part="full">Åse Ødegård</name><email>${email}</email></contact><comments>${comments}</comments></customer>
    <vendor><vendorname>Fjord Bil</vendorname></vendor></prospect></adf>`;
}

async function post(xml: string | Uint8Array, type = 'application/xml', path = '/v1/adf') {
  const response = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': type },
    body: xml,
  });
  await settle(app);
  return { status: response.status, body: (await response.json()) as Results & Schemas['Problem'] };
}

const leadOf = async (id: string | null | undefined) =>
  (await stillSignedIn(app, admin).get<Schemas['Lead']>(`/v1/leads/${id}`)).body;

describe('an ADF lead', () => {
  it('becomes a lead that is answered', async () => {
    const { status, body } = await post(adf());
    expect(status).toBe(200);
    const [result] = body.data;
    expect(result).toMatchObject({ repeated: false, repaired: [], missing: [] });
    expect(await leadOf(result?.lead_id)).toMatchObject({
      source: 'adf',
      status: 'contacted',
      message: 'Er den ledig?',
      vehicle_interest: '2022 Volvo XC60',
      customer: { name: 'Åse Ødegård' },
    });
    const messages = await messageRecords(admin.dealership.id, result?.lead_id ?? '');
    expect(messages.filter((message) => message.purpose === 'reply')).toHaveLength(1);
  });

  it('sent again is the same, also five times at once', async () => {
    const xml = adf();
    const all = await Promise.all(Array.from({ length: 5 }, () => post(xml)));
    expect(all.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(new Set(all.map(({ body }) => body.data[0]?.arrival_id)).size).toBe(1);
    const { body } = await post(xml);
    expect(body.data[0]).toMatchObject({ repeated: true, lead_id: expect.stringMatching(/^lead_/) });
    expect((await leadOf(body.data[0]?.lead_id)).submissions).toHaveLength(1);
  });

  it('resent with news joins the lead of the same customer', async () => {
    const same = { id: randomUUID(), email: `${randomUUID()}@example.com` };
    const first = await post(adf(same));
    const second = await post(adf({ ...same, status: 'resend', comments: 'Kan jeg prøve på lørdag?' }));
    expect(second.body.data[0]).toMatchObject({ repeated: false, lead_id: first.body.data[0]?.lead_id });
  });

  it('in another charset keeps its letters', async () => {
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${adf()}`, 'latin1');
    const { body } = await post(new Uint8Array(latin));
    expect((await leadOf(body.data[0]?.lead_id)).customer.name).toBe('Åse Ødegård');
  });

  it('of a test key is a test lead', async () => {
    const live = key;
    key = await app.secretKey(admin, ['leads:write', 'leads:read'], 'test');
    const { body } = await post(adf());
    const seen = await app.as(key).get<Schemas['Lead']>(`/v1/leads/${body.data[0]?.lead_id}`);
    key = live;
    expect(seen.body.test).toBe(true);
  });
});

describe('what is refused', () => {
  it.each([
    ['no ADF', '<html/>', 'application/xml', 400],
    ['an empty body', '', 'application/xml', 400],
    ['another type', adf(), 'application/json', 415],
    ['more than 1 MB', `<adf>${' '.repeat(1_100_000)}</adf>`, 'application/xml', 413],
    ['nesting without end', `<adf>${'<a>'.repeat(1000)}`, 'application/xml', 400],
  ])('%s', async (_, xml, type, status) => {
    expect((await post(xml, type)).status).toBe(status);
  });

  it('a person: leads by ADF come from servers', async () => {
    const answer = await fetch(`${app.url}/v1/adf`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stillSignedIn(app, admin).token}`, 'content-type': 'application/xml' },
      body: adf(),
    });
    expect(answer.status).toBe(403);
  });
});

it('a trial says how a document is read and stores nothing', async () => {
  const email = `${randomUUID()}@example.com`;
  const { status, body } = await post(
    adf({ email }).replace('<?adf version="1.0"?>', ''),
    'text/xml',
    '/v1/adf/validate',
  );
  expect(status).toBe(200);
  expect(body.data[0]).toMatchObject({ email, repaired: ['no <?adf …?> instruction'], missing: [] });
  const found = await stillSignedIn(app, admin).get<Schemas['LeadList']>(`/v1/leads?q=${email}`);
  expect(found.body.data).toEqual([]);
});
