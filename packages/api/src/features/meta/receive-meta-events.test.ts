import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { connectPage, GraphStub, leadgenPost, postMeta, VERIFY_TOKEN } from '../../../test/graph-stub.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { leadRecord, messageRecords, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { lookAfterConnections } from '../connections/look-after-connections.ts';
import { Lead } from '../leads/model.ts';
import { recordChange } from './record-change.ts';
import { Unclaimed } from './unclaimed-model.ts';
import { workOnRecorded } from './work-on-recorded.ts';

type Schemas = components['schemas'];

let app: TestApp;
let graph: GraphStub;
let admin: Person;
let dealer: string;
let page: string;
let ids = 880_000;

beforeAll(async () => {
  graph = await GraphStub.start();
  app = await startTestApp({ env: { ...roomyEnv, ...graph.env } });
  admin = await app.signUp({ dealership_name: 'Fjord Bil' });
  dealer = admin.dealership.id;
  page = '9007199254740993';
  await connectPage(admin.client, page);
});
beforeEach(() => {
  graph.refuse = () => null;
  graph.hold = () => null;
});
afterAll(async () => {
  await app.close();
  graph.close();
});

const client = () => stillSignedIn(app, admin);
function newId(): string {
  ids += 1;
  return String(ids);
}

/** A lead of the page that the Graph API has. */
function lead(fields: Record<string, unknown> = {}, pageId = page): string {
  const id = newId();
  graph.addLead(pageId, { id, created_time: app.clock.now().toISOString(), ...fields });
  return id;
}

async function settled(): Promise<void> {
  await settle(app);
}

async function arrivalOf(leadgenId: string): Promise<ArrivalRecord | null> {
  return asOperator(() => Arrival.findOne({ key: `leadgen ${leadgenId}` }).lean<ArrivalRecord>());
}

/** The leads that were made of a lead of Facebook, in any dealership. */
async function leadsOf(leadgenId: string) {
  return asOperator(() => Lead.find({ 'submissions.metadata.leadgen_id': leadgenId }).lean());
}

async function sweepAfter(waitMs: number): Promise<void> {
  app.clock.advance(waitMs);
  await sweepArrivals(app.services);
  await settled();
}

describe('a lead of a connected page', () => {
  it('is fetched, becomes a lead with all that was asked, and is answered', async () => {
    const id = lead({
      campaign_name: 'Høstkampanje',
      field_data: [
        { name: 'full_name', values: ['Åse Bråten'] },
        { name: 'email', values: ['Aase@Example.com'] },
        { name: 'phone_number', values: ['+47 901 23 456'] },
        { name: 'which_car', values: ['Volvo XC60'] },
        { name: 'når_vil_du_kjøpe?', values: ['Innen en måned'] },
        { name: 'ekstra', values: ['Hengerfeste', 'Vinterdekk'] },
      ],
      custom_disclaimer_responses: [{ checkbox_key: 'newsletter', is_checked: '1' }],
    });
    const answer = await postMeta(app, leadgenPost({ page, lead: id }));
    expect([answer.status, answer.body]).toEqual([200, { status: 'noted' }]);
    await settled();
    const [made] = await leadsOf(id);
    expect(made).toMatchObject({
      dealership_id: dealer,
      source: 'facebook',
      status: 'contacted',
      test: false,
      customer: { name: 'Åse Bråten', email: 'aase@example.com', phone: '+4790123456' },
      vehicle_interest: 'Volvo XC60',
      message: 'Når vil du kjøpe? Innen en måned\nEkstra: Hengerfeste, Vinterdekk',
      consents: [{ version: 'newsletter', granted: true }],
    });
    expect(made?.submissions[0]?.metadata).toMatchObject({ page_id: page, campaign_name: 'Høstkampanje' });
    const raw = made?.submissions[0]?.metadata.field_data as { name: string }[];
    expect(raw.map(({ name }) => name)).toContain('når_vil_du_kjøpe?');
    const messages = await messageRecords(dealer, made?._id ?? '');
    expect(messages.filter((message) => message.purpose === 'reply').map(({ state }) => state)).toEqual(['sent']);
  });

  it('is one lead however often and however fast it is posted', async () => {
    const id = lead();
    const post = leadgenPost({ page, lead: id });
    const answers = await Promise.all(Array.from({ length: 20 }, () => postMeta(app, post)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await settled();
    expect((await postMeta(app, post)).status).toBe(200);
    await settled();
    expect(await leadsOf(id)).toHaveLength(1);
    expect((await leadRecord(dealer, (await leadsOf(id))[0]?._id ?? '')).submissions).toHaveLength(1);
  });

  it('of a test is kept as a test and never answered', async () => {
    const id = lead({
      field_data: [
        { name: 'full_name', values: ['<test lead: dummy data for full_name>'] },
        { name: 'email', values: ['test@fb.com'] },
      ],
    });
    await postMeta(app, leadgenPost({ page, lead: id }));
    await settled();
    const [made] = await leadsOf(id);
    expect(made).toMatchObject({ test: true, status: 'new', unread: false });
    expect(await messageRecords(dealer, made?._id ?? '')).toEqual([]);
    expect((await arrivalOf(id))?.test).toBe(true);
    const listed = await client().get<Schemas['LeadList']>('/v1/leads?limit=100');
    expect(listed.body.data.map((item) => item.id)).not.toContain(made?._id);
  });

  it('that was made long ago waits for a person', async () => {
    const id = lead({ created_time: new Date(app.clock.now().getTime() - 2 * DAY_MS).toISOString() });
    await postMeta(app, leadgenPost({ page, lead: id }));
    await settled();
    expect((await leadsOf(id))[0]).toMatchObject({ handled_by: 'human', status: 'new', unread: true });
  });
});

describe('a post with many leads', () => {
  it('keeps every one, whatever stands beside it', async () => {
    const other = await app.signUp();
    await connectPage(other.client, '555000111');
    const mine = [lead(), lead(), lead()];
    const theirs = [lead({}, '555000111'), lead({}, '555000111')];
    const nobodys = newId();
    const post = leadgenPost(
      ...mine.map((id) => ({ page, lead: id })),
      ...theirs.map((id) => ({ page: '555000111', lead: id })),
      { page: '99999999', lead: nobodys },
    ) as { entry: { changes: unknown[] }[] };
    post.entry[0]?.changes.push(
      { field: 'leadgen', value: { page_id: page } },
      { field: 'leadgen', value: null },
      { field: 'feed', value: { item: 'like' } },
      null,
    );
    expect((await postMeta(app, post)).status).toBe(200);
    await settled();
    for (const id of mine) expect((await leadsOf(id)).map((made) => made.dealership_id)).toEqual([dealer]);
    for (const id of theirs)
      expect((await leadsOf(id)).map((made) => made.dealership_id)).toEqual([other.dealership.id]);
    expect(await arrivalOf(nobodys)).toBeNull();
  });

  it('of several changes in one entry keeps all of them', async () => {
    const batch = [lead(), lead(), lead()];
    const changes = batch.map((id) => ({ field: 'leadgen', value: { leadgen_id: id, page_id: page, form_id: '1' } }));
    await postMeta(app, { object: 'page', entry: [{ id: page, time: 1, changes }] });
    await settled();
    for (const id of batch) expect(await leadsOf(id)).toHaveLength(1);
  });

  it('that could be stored only in part is asked for again, and makes nothing twice', async () => {
    const batch = [lead(), lead(), lead(), lead()];
    const post = leadgenPost(...batch.map((id) => ({ page, lead: id })));
    const collection = Arrival.collection as unknown as { insertOne(document: { key: string }): Promise<unknown> };
    const insertOne = collection.insertOne.bind(collection);
    collection.insertOne = async (document) => {
      if (document.key === `leadgen ${batch[1]}`) throw new Error('the disk is full');
      return insertOne(document);
    };
    const broken = await postMeta(app, post);
    collection.insertOne = insertOne;
    expect(broken.status).toBe(500);
    await settled();
    expect((await postMeta(app, post)).status).toBe(200);
    await settled();
    for (const id of batch) expect(await leadsOf(id)).toHaveLength(1);
  });
});

describe('a lead of a page that nobody has connected', () => {
  it('is kept aside and taken in once when the page is connected', async () => {
    const late = '777000222';
    const id = lead({}, late);
    const post = leadgenPost({ page: late, lead: id });
    expect((await postMeta(app, post)).status).toBe(200);
    expect((await postMeta(app, post)).status).toBe(200);
    await settled();
    expect(await leadsOf(id)).toEqual([]);
    await connectPage(client(), late);
    await settled();
    expect(await leadsOf(id)).toHaveLength(1);
  });

  it('that could not be adopted at once is said so in the log, and taken in by the next round', async () => {
    const late = '777000444';
    const id = lead({}, late);
    expect((await postMeta(app, leadgenPost({ page: late, lead: id }))).status).toBe(200);
    await withFaults(losesOne('unclaimed_events'), async () => {
      await connectPage(client(), late);
      await settled();
    });
    expect(app.logger.lines.map(({ message }) => message)).toContain('posts were not adopted');
    expect(await leadsOf(id)).toEqual([]);
    await lookAfterConnections(app.services);
    await sweepAfter(MINUTE_MS);
    expect(await leadsOf(id)).toHaveLength(1);
    expect(await Unclaimed.countDocuments({ address: `facebook ${late}` })).toBe(0);
  });

  it('is fetched a few at a time when there are many', async () => {
    const late = '777000333';
    const ids = Array.from({ length: 20 }, () => lead({}, late));
    expect((await postMeta(app, leadgenPost(...ids.map((id) => ({ page: late, lead: id }))))).status).toBe(200);
    let underWay = 0;
    let most = 0;
    const kept = () => Unclaimed.countDocuments({ address: `facebook ${late}` });
    graph.hold = async (path) => {
      if (!ids.includes(path)) return;
      underWay += 1;
      most = Math.max(most, underWay);
      await vi.waitUntil(async () => (await kept()) === 0);
      underWay -= 1;
    };
    await connectPage(client(), late);
    await settled();
    expect(most).toBeLessThanOrEqual(8);
    expect((await Promise.all(ids.map(leadsOf))).map((leads) => leads.length)).toEqual(ids.map(() => 1));
  });

  it('and cannot be fetched, because it is the test of the app’s dashboard, is passed over', async () => {
    const value = { leadgen_id: '444444444444', page_id: '444444444444', form_id: '444444444444', created_time: 1 };
    const post = { object: 'page', entry: [{ id: '0', time: 1, changes: [{ field: 'leadgen', value }] }] };
    expect((await postMeta(app, post)).status).toBe(200);
    expect(await arrivalOf('444444444444')).toBeNull();
  });
});

describe('when the Graph API', () => {
  it('is out of order, a lead is fetched again after 2, 4 and 8 seconds and then less often', async () => {
    const id = lead();
    graph.refuse = (path) => (path === id ? { status: 500 } : null);
    await postMeta(app, leadgenPost({ page, lead: id }));
    await settled();
    for (const [waitMs, asked] of [
      [1000, 1],
      [1100, 2],
      [3000, 2],
      [1100, 3],
      [7000, 3],
      [1100, 4],
      [10 * SECOND_MS, 4],
    ] as const) {
      await sweepAfter(waitMs);
      expect([waitMs, graph.asked(id)]).toEqual([waitMs, asked]);
    }
    expect(await arrivalOf(id)).toMatchObject({ state: 'received', attempts: 0 });
    graph.refuse = () => null;
    await sweepAfter(MINUTE_MS);
    expect(await leadsOf(id)).toHaveLength(1);
  });

  it('breaks the connection off, the lead is fetched again', async () => {
    const id = lead();
    graph.refuse = (path) => (path === id && graph.asked(id) === 1 ? 'reset' : null);
    await postMeta(app, leadgenPost({ page, lead: id }));
    await settled();
    await sweepAfter(3 * SECOND_MS);
    expect(await leadsOf(id)).toHaveLength(1);
  });

  it('does not have a lead, it is put aside where a person sees it, and can be taken up again', async () => {
    const id = newId();
    await postMeta(app, leadgenPost({ page, lead: id }));
    await settled();
    for (let tries = 0; tries < 3; tries += 1) await sweepAfter(10 * SECOND_MS);
    const arrivals = await client().get<Schemas['ArrivalList']>('/v1/arrivals?outcome=quarantined');
    expect(arrivals.body.data[0]).toMatchObject({ channel: 'facebook', error: expect.stringContaining('(#100)') });
    graph.addLead(page, { id, created_time: app.clock.now().toISOString() });
    const log = await client().get<Schemas['InboundRequestList']>(
      `/v1/inbound-requests?arrival_id=${arrivals.body.data[0]?.id}`,
    );
    const replayed = await client().post(`/v1/inbound-requests/${log.body.data[0]?.id}/replay`);
    expect(replayed.status).toBe(200);
    await settled();
    expect(await leadsOf(id)).toHaveLength(1);
  });
});

describe('a crash', () => {
  it('between the insert and the work loses nothing: the sweep goes on', async () => {
    const id = lead();
    const payload = {
      kind: 'facebook_lead' as const,
      pageId: page,
      leadgenId: id,
      formId: null,
      adId: null,
      lead: null,
    };
    await runAsTenant(dealer, () => recordChange(app.services, dealer, { key: `leadgen ${id}`, payload }));
    await sweepAfter(31 * SECOND_MS);
    expect(await leadsOf(id)).toHaveLength(1);
    expect((await postMeta(app, leadgenPost({ page, lead: id }))).status).toBe(200);
    await settled();
    expect(await leadsOf(id)).toHaveLength(1);
  });
});

it('is left to the sweep where recording what came with it has used up half of its lease', async () => {
  const payload = {
    kind: 'facebook_lead',
    pageId: page,
    leadgenId: lead(),
    formId: null,
    adId: null,
    lead: null,
  } as const;
  const { arrival } = await runAsTenant(dealer, () =>
    recordChange(app.services, dealer, { key: `leadgen ${payload.leadgenId}`, payload }),
  );
  app.clock.advance(16 * SECOND_MS);
  await runAsTenant(dealer, () => workOnRecorded(app.services, [arrival]));
  expect(await arrivalOf(payload.leadgenId)).toMatchObject({ state: 'received', attempts: 1 });
  await sweepAfter(15 * SECOND_MS);
  expect(await arrivalOf(payload.leadgenId)).toMatchObject({ state: 'done', attempts: 2 });
});

describe('what is refused', () => {
  const body = () => JSON.stringify(leadgenPost({ page, lead: lead() }));

  it.each<[string, (sign: string) => Record<string, string>]>([
    ['without a signature', () => ({ 'x-hub-signature-256': '' })],
    ['with a repeated one', (sign) => ({ 'x-hub-signature-256': `${sign}, ${sign}` })],
    ['with one of SHA-1', () => ({ 'x-hub-signature-256': 'sha1=a9993e364706816aba3e25717850c26c9cd0d89d' })],
  ])('a post %s', async (_, headers) => {
    const answer = await postMeta(app, body(), { headers: headers(`sha256=${'a'.repeat(64)}`) });
    expect(answer.status).toBe(403);
  });

  it('a post signed with another secret', async () => {
    const text = body();
    expect((await postMeta(app, text, { secret: 'another secret' })).status).toBe(403);
  });

  it('a post that was changed on the way', async () => {
    const text = body();
    const signed = await import('node:crypto').then(({ createHmac }) =>
      createHmac('sha256', 'app-secret-of-the-tests').update(text).digest('hex'),
    );
    const changed = text.replace('leadgen"', 'leadgeN"');
    const headers = { 'x-hub-signature-256': `sha256=${signed}` };
    expect((await postMeta(app, changed, { headers })).status).toBe(403);
  });

  it('what is signed and no JSON, or far too large', async () => {
    expect((await postMeta(app, 'object=page')).status).toBe(400);
    expect((await postMeta(app, JSON.stringify({ object: 'page', x: 'x'.repeat(8 * 1024 * 1024) }))).status).toBe(413);
  });

  it('nothing of what is signed and of another kind, which is passed over', async () => {
    for (const post of [[], null, 7, {}, { object: 'instagram' }, { object: 'page', entry: 'x' }, '{"entry":{}}']) {
      expect((await postMeta(app, post as object)).status).toBe(200);
    }
  });
});

describe('the question of Meta whether the address is ours', () => {
  const ask = (query: Record<string, string>) =>
    app.as(null).get<unknown>(`/webhooks/meta?${new URLSearchParams(query).toString()}`);
  const right = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': VERIFY_TOKEN };

  it('is answered with the bare challenge', async () => {
    const answer = await ask(right);
    expect([answer.status, answer.text]).toEqual([200, '1158201444']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it.each<[string, Record<string, string>, number]>([
    ['another token', { 'hub.verify_token': 'guess' }, 403],
    ['no token', { 'hub.verify_token': '' }, 403],
    ['a challenge that is a page', { 'hub.challenge': '<script>alert(1)</script>' }, 400],
    ['another mode', { 'hub.mode': 'unsubscribe' }, 400],
  ])('is refused with %s', async (_, change, status) => {
    expect((await ask({ ...right, ...change })).status).toBe(status);
  });
});
