import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectNumber, GraphStub, postMeta, whatsAppPost } from '../../../test/graph-stub.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { messageRecords, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { WaitingEcho } from '../../intake/waiting-echo-model.ts';
import { sweepArrivals, workOnArrival } from '../../intake/work-on-arrival.ts';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { readMetaChanges } from './read-meta-changes.ts';
import { recordChange } from './record-change.ts';
import { Unclaimed, type UnclaimedRecord } from './unclaimed-model.ts';

type Schemas = components['schemas'];

const NUMBER = '106540352242933';

let app: TestApp;
let graph: GraphStub;
let admin: Person;
let dealer: string;
let ids = 0;

beforeAll(async () => {
  graph = await GraphStub.start();
  app = await startTestApp({ env: { ...roomyEnv, ...graph.env, ALLOW_LOOPBACK_URLS: 'true' } });
  admin = await app.signUp({ dealership_name: 'Fjord Bil' });
  dealer = admin.dealership.id;
  await connectNumber(admin.client, NUMBER);
});
afterEach(() => {
  graph.refuse = () => null;
  graph.sent.length = 0;
});
afterAll(async () => {
  await app.close();
  graph.close();
});

const client = () => stillSignedIn(app, admin);
const seconds = (at = app.clock.now()) => String(Math.floor(at.getTime() / 1000));

function nextId(): number {
  ids += 1;
  return ids;
}
const newCustomer = () => String(4_790_300_000 + nextId());

function said(from: string, body: string, fields: Record<string, unknown> = {}) {
  return { from, id: `wamid.IN${nextId()}`, timestamp: seconds(), type: 'text', text: { body }, ...fields };
}

/** A place: no words, so that it waits for a person. */
const place = { text: undefined, type: 'location', location: { latitude: 60.39, longitude: 5.32 } };

function echoPost(to: string, body: string, at?: Date, number = NUMBER) {
  const message = { from: '4759441111', to, id: `wamid.ECHO${nextId()}`, timestamp: seconds(at), type: 'text' };
  const value = { metadata: { phone_number_id: number }, message_echoes: [{ ...message, text: { body } }] };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'smb_message_echoes', value }] }],
  };
}

async function post(body: object): Promise<void> {
  expect((await postMeta(app, body)).status).toBe(200);
  await settle(app);
}

const receive = (message: ReturnType<typeof said>) => post(whatsAppPost(NUMBER, { messages: [message] }));

/** Meta posts everything more than once. */
async function echo(to: string, body: string, at?: Date): Promise<void> {
  const body_ = echoPost(to, body, at);
  await post(body_);
  await post(body_);
}

async function leadOf(customer: string): Promise<LeadRecord | null> {
  return asOperator(() => Lead.findOne({ 'customer.phones': `+${customer}` }).lean<LeadRecord>());
}

/** Who said what in a lead, in the order that people read it. */
async function spoken(lead: LeadRecord | null): Promise<[string, string | null][]> {
  const messages = await messageRecords(lead?.dealership_id ?? '', lead?._id ?? '');
  return messages
    .filter(({ audience, state }) => audience === 'customer' && state !== 'cancelled')
    .map(({ sender_type: by, text }) => [by, text]);
}

describe('what somebody writes on the phone', () => {
  it('stands in the conversation once, and the assistant is silent from then on', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    graph.sent.length = 0;
    await echo(customer, 'Hei Kari, jeg ringer deg om litt.');
    const lead = await leadOf(customer);
    expect([lead?.handled_by, lead?.unread]).toEqual(['human', false]);
    await receive(said(customer, 'Fint, hva koster den?'));
    expect(graph.sent).toEqual([]);
    const byPeople = (await spoken(lead)).filter(([by]) => by === 'human');
    expect(byPeople).toEqual([['human', 'Hei Kari, jeg ringer deg om litt.']]);
  });

  it('answers what waits for a person: nothing of it is open any more', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Jeg vil klage på verkstedet deres, dette er uakseptabelt!'));
    const lead = await leadOf(customer);
    const open = async () =>
      (await client().get<{ data: Schemas['Escalation'][] }>(`/v1/escalations?lead_id=${lead?._id}`)).body.data;
    expect((await open()).map(({ taken_at }) => taken_at)).toEqual([null]);
    await asOperator(() => Lead.updateOne({ _id: lead?._id }, { handled_by: 'human', unread: true }));
    await echo(customer, 'Hei, det var leit. Jeg ringer deg nå.');
    expect((await leadOf(customer))?.unread).toBe(false);
    expect((await open()).map(({ taken_at }) => taken_at)).toEqual([expect.any(String)]);
  });

  it('and comes hours late answers nothing that the customer has said since', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    const writtenAt = app.clock.now();
    app.clock.advance(HOUR_MS);
    await receive(said(customer, 'Er det noen der?'));
    await echo(customer, 'Ja, den er ledig.', writtenAt);
    const lead = await leadOf(customer);
    expect([lead?.handled_by, lead?.unread, lead?.preview]).toEqual([
      'human',
      true,
      expect.not.stringContaining('Ja, den er ledig'),
    ]);
  });

  it('answers as early as it was written, also where the customer wrote on before Meta told of it', async () => {
    const customer = newCustomer();
    await receive(said(customer, '', place));
    app.clock.advance(5 * MINUTE_MS);
    const writtenAt = app.clock.now();
    app.clock.advance(MINUTE_MS);
    await receive(said(customer, 'Takk'));
    await echo(customer, 'Kom innom når du vil.', writtenAt);
    const lead = await leadOf(customer);
    expect([lead?.status, lead?.unread, lead?.preview]).toEqual(['contacted', true, 'Takk']);
    expect(lead?.first_response_at).toEqual(new Date(Number(seconds(writtenAt)) * 1000));
  });

  it('answers nothing that was written after it, in whatever order that came', async () => {
    const customer = newCustomer();
    const begin = app.clock.now();
    app.clock.advance(10 * MINUTE_MS);
    await receive(said(customer, 'Er XC60 ledig?'));
    app.clock.advance(10 * MINUTE_MS);
    await receive({ ...said(customer, 'Hei'), timestamp: seconds(begin) });
    await echo(customer, 'Hei Kari!', after(begin, 5 * MINUTE_MS));
    expect(await leadOf(customer)).toMatchObject({ handled_by: 'human', unread: true });
  });

  it('and cannot be read is counted and said in the log', () => {
    const echoes = echoPost(newCustomer(), 'Hei').entry[0]?.changes[0]?.value.message_echoes ?? [];
    const read = (value: object) =>
      readMetaChanges({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ field: 'smb_message_echoes', value }] }],
      });
    const metadata = { phone_number_id: NUMBER };
    const broken = [{ ...echoes[0], id: undefined }, { ...echoes[0], to: 'US.134912' }, ...echoes];
    expect(read({ metadata, message_echoes: broken })).toMatchObject({ unreadable: 2, changes: [expect.anything()] });
    expect(read({ message_echoes: echoes })).toMatchObject({ unreadable: 1, changes: [] });
  });

  it('is found in a sandbox as well', async () => {
    const made = await client().post<{ dealership: { id: string } }>('/v1/sandboxes', { name: 'Prøve' });
    const sandbox = made.body.dealership.id;
    const customer = newCustomer();
    const take = async (body: object) => {
      for (const change of readMetaChanges(body).changes)
        await runAsTenant(sandbox, async () => {
          const { arrival } = await recordChange(app.services, sandbox, change);
          await (await workOnArrival(app.services, arrival)).settled;
        });
    };
    await take(whatsAppPost(NUMBER, { messages: [said(customer, 'Er XC60 ledig?')] }));
    await take(echoPost(customer, 'Ja, kom innom.'));
    const lead = await leadOf(customer);
    expect([lead?.dealership_id, lead?.handled_by]).toEqual([sandbox, 'human']);
    expect(await spoken(lead)).toContainEqual(['human', 'Ja, kom innom.']);
  });
});

describe('what somebody writes on the phone to one who is no lead', () => {
  const arrivalOf = (body: ReturnType<typeof echoPost>) => {
    const key = `whatsapp ${body.entry[0]?.changes[0]?.value.message_echoes[0]?.id}`;
    return asOperator(() => Arrival.findOne({ key }).lean<ArrivalRecord>());
  };

  it('makes none, is listed nowhere, and only the key of it is kept', async () => {
    const customer = newCustomer();
    const posted = echoPost(customer, 'Middag klokka seks?');
    await post(posted);
    await post(posted);
    expect(await leadOf(customer)).toBeNull();
    expect(await arrivalOf(posted)).toMatchObject({
      ...{ state: 'done', outcome: 'not_a_lead', payload: null, from: null, excerpt: '' },
    });
    const listed = await client().get<Schemas['ArrivalList']>('/v1/arrivals?outcome=not_a_lead&limit=100');
    expect([listed.status, listed.body.data]).toEqual([200, []]);
  });

  it('is where a conversation begins: who answers it is answered by a person', async () => {
    const customer = newCustomer();
    await echo(customer, 'Hei Kari! Den hvite XC60 er kommet inn.');
    app.clock.advance(2 * HOUR_MS);
    await receive(said(customer, 'Så bra! Når kan jeg komme?'));
    const lead = await leadOf(customer);
    expect([lead?.handled_by, lead?.unread, lead?.status]).toEqual(['human', true, 'new']);
    expect(graph.sent).toEqual([]);
    expect(await spoken(lead)).toEqual([
      ['human', 'Hei Kari! Den hvite XC60 er kommet inn.'],
      ['customer', 'Så bra! Når kan jeg komme?'],
    ]);
    const left = await asOperator(() => WaitingEcho.countDocuments({ contact_key: `live phone:+${customer}` }));
    expect(left).toBe(0);
  });

  it('answers the picture that Meta was slow to give out', async () => {
    const customer = newCustomer();
    const image = { id: graph.addMedia(Buffer.from('ffd8ff', 'hex'), 'image/jpeg'), mime_type: 'image/jpeg' };
    graph.refuse = (path) => (path === image.id ? { status: 500, error: { code: 2 } } : null);
    const caption = 'Har dere denne i rødt?';
    await receive(said(customer, '', { text: undefined, type: 'image', image: { ...image, caption } }));
    expect(await leadOf(customer)).toBeNull();
    const answeredAt = after(app.clock.now(), SECOND_MS);
    app.clock.advance(2 * SECOND_MS);
    await echo(customer, 'Da er du velkommen.');
    await echo(customer, 'Ja, den kommer på tirsdag.', answeredAt);
    graph.refuse = () => null;
    app.clock.advance(MINUTE_MS);
    await sweepArrivals(app.services);
    await settle(app);
    const lead = await leadOf(customer);
    expect([lead?.handled_by, lead?.unread, lead?.status]).toEqual(['human', false, 'contacted']);
    expect(lead?.preview).toBe('Da er du velkommen.');
    expect(graph.sent).toEqual([]);
    expect(await spoken(lead)).toEqual([
      ['customer', caption],
      ['human', 'Ja, den kommer på tirsdag.'],
      ['human', 'Da er du velkommen.'],
    ]);
  });

  it('from what is no telephone number is found by the id that they are written back to', async () => {
    const customer = String(10_000 + nextId());
    await echo(customer, 'Hei! Bilen er klar.');
    await receive(said(customer, 'Så bra!'));
    await receive(said(customer, 'Når stenger dere?'));
    app.clock.advance(SECOND_MS);
    await echo(customer, 'Klokka fem.');
    const leads = await asOperator(() =>
      Lead.find({ dealership_id: dealer, 'customer.phones': [] }).lean<LeadRecord[]>(),
    );
    expect(leads.map(({ handled_by, unread }) => [handled_by, unread])).toEqual([['human', false]]);
    expect((await spoken(leads[0] ?? null)).map(([, text]) => text)).toEqual([
      ...['Hei! Bilen er klar.', 'Så bra!', 'Når stenger dere?', 'Klokka fem.'],
    ]);
  });

  it('is shown to nobody while its arrival waits to be worked on', async () => {
    const customer = newCustomer();
    const posted = echoPost(customer, 'Middag klokka seks?');
    await post(posted);
    const [change] = readMetaChanges(posted).changes;
    const arrival = await arrivalOf(posted);
    await asOperator(() =>
      Arrival.updateOne({ _id: arrival?._id }, { state: 'quarantined', payload: change?.payload, unlisted: false }),
    );
    const { body } = await client().get<Schemas['InboundRequestList']>('/v1/inbound-requests?limit=100');
    const request = body.data.find(({ arrival_id }) => arrival_id === arrival?._id);
    const details = await client().get<Schemas['InboundRequestDetails']>(`/v1/inbound-requests/${request?.id}`);
    expect([details.status, details.body.arrival?.id, details.body.payload]).toEqual([200, arrival?._id, null]);
    expect(details.text).not.toContain('Middag');
  });

  it('from a number that is connected within three days keeps the assistant out of it', async () => {
    const customer = newCustomer();
    const late = '106540352242955';
    await post(whatsAppPost(late, { messages: [said(customer, 'Er XC60 ledig?')] }));
    app.clock.advance(MINUTE_MS);
    await post(echoPost(customer, 'Ja, kom innom.', undefined, late));
    const kept = await Unclaimed.find({ address: `whatsapp ${late}` })
      .sort({ expires_at: 1 })
      .lean<UnclaimedRecord[]>();
    expect(kept.map(({ received_at, expires_at }) => (expires_at.getTime() - received_at.getTime()) / DAY_MS)).toEqual([
      ...[3, 30],
    ]);
    await connectNumber(client(), late);
    await settle(app);
    expect(await leadOf(customer)).toMatchObject({ handled_by: 'human', unread: false });
    expect(graph.sent).toEqual([]);
  });

  it('is forgotten after three days', async () => {
    const customer = newCustomer();
    await echo(customer, 'God helg!');
    app.clock.advance(3 * DAY_MS + MINUTE_MS);
    await receive(said(customer, 'Er XC60 ledig?'));
    const lead = await leadOf(customer);
    expect(lead?.handled_by).toBe('assistant');
    expect((await spoken(lead)).map(([by]) => by)).toEqual(['customer', 'ai']);
  });

  it('of another dealership stays theirs', async () => {
    const customer = newCustomer();
    await echo(customer, 'Hei fra Fjord Bil');
    const other = await app.signUp();
    const theirs = '106540352242944';
    await connectNumber(stillSignedIn(app, other), theirs);
    await post(whatsAppPost(theirs, { messages: [said(customer, 'Er XC60 ledig?')] }));
    const lead = await leadOf(customer);
    expect([lead?.dealership_id, lead?.handled_by]).toEqual([other.dealership.id, 'assistant']);
    expect(dealer).not.toBe(other.dealership.id);
  });
});
