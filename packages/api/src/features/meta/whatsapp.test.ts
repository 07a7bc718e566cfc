import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { databaseCalls } from '../../../test/database-calls.ts';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { connectNumber, GraphStub, postMeta, whatsAppPost } from '../../../test/graph-stub.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { messageRecords, openEscalations, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import { politeTime } from '../../automation/follow-up-times.ts';
import { runDueFollowUps } from '../../automation/run-follow-ups.ts';
import { noteWhatsAppStatus } from '../../delivery/note-whatsapp-status.ts';
import { reconcileMessages } from '../../delivery/reconcile.ts';
import { isSuppressed } from '../../delivery/suppression.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { after, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { Arrival, type ArrivalRecord } from '../arrivals/model.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { Message, type MessageRecord } from '../messages/model.ts';
import type { WhatsAppStatus } from './read-whatsapp-changes.ts';

type Schemas = components['schemas'];
type Problem = Schemas['Problem'];

const NUMBER = '106540352242922';
const TEMPLATE = {
  name: 'still_interested',
  language: 'nb',
  status: 'APPROVED',
  components: [{ type: 'BODY', text: 'Hei {{1}}, dette er {{2}}. Er du fortsatt interessert i {{3}}?' }],
};

let app: TestApp;
let graph: GraphStub;
let admin: Person;
let dealer: string;
let connectionId: string;
let ids = 0;
let customers = 4_790_100_000;

beforeAll(async () => {
  graph = await GraphStub.start();
  app = await startTestApp({ env: { ...roomyEnv, ...graph.env, ALLOW_LOOPBACK_URLS: 'true' } });
  admin = await app.signUp({ dealership_name: 'Fjord Bil' });
  dealer = admin.dealership.id;
  graph.templates.push(TEMPLATE);
  connectionId = (await connectNumber(admin.client, NUMBER)).id;
});
afterEach(async () => {
  graph.refuse = () => null;
  graph.expired.clear();
  graph.sent.length = 0;
  await chooseTemplate(null);
});
afterAll(async () => {
  await app.close();
  graph.close();
});

const client = () => stillSignedIn(app, admin);
const seconds = () => String(Math.floor(app.clock.now().getTime() / 1000));

function newWamid(): string {
  ids += 1;
  return `wamid.TEST${ids}`;
}

function newCustomer(): string {
  customers += 1;
  return String(customers);
}

function said(from: string, body: string, fields: Record<string, unknown> = {}) {
  return { from, id: newWamid(), timestamp: seconds(), type: 'text', text: { body }, ...fields };
}

async function receive(...messages: { from: string; [field: string]: unknown }[]) {
  const answer = await postMeta(app, whatsAppPost(NUMBER, { messages }));
  expect(answer.status).toBe(200);
  await settle(app);
}

async function report(...statuses: Record<string, unknown>[]) {
  const answer = await postMeta(app, whatsAppPost(NUMBER, { statuses }));
  expect(answer.status).toBe(200);
  await settle(app);
}

async function leadOf(customer: string): Promise<LeadRecord> {
  const lead = await asOperator(() => Lead.findOne({ 'customer.phones': `+${customer}` }).lean<LeadRecord>());
  if (!lead) throw new Error(`no lead of ${customer}`);
  return lead;
}

const leadsOf = (customer: string) => asOperator(() => Lead.countDocuments({ 'customer.phones': `+${customer}` }));

async function conversationOf(leadId: string): Promise<MessageRecord[]> {
  return asOperator(() =>
    Message.find({ lead_id: leadId, audience: 'customer' }).sort({ created_at: 1, _id: 1 }).lean<MessageRecord[]>(),
  );
}

async function lastSent(leadId: string): Promise<MessageRecord> {
  const message = (await conversationOf(leadId)).findLast(({ direction }) => direction === 'outbound');
  if (!message) throw new Error('nothing was written');
  return message;
}

async function chooseTemplate(template: object | null) {
  const answer = await client().patch(`/v1/connections/${connectionId}`, { template });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
}

async function write(leadId: string, body: object) {
  const answer = await client().post<Schemas['Message'] & Problem>(`/v1/leads/${leadId}/messages`, body);
  await settle(app);
  return answer;
}

const stop = (customer: string) =>
  runAsTenant(dealer, async () => [
    await isSuppressed('whatsapp', `+${customer}`),
    await isSuppressed('sms', `+${customer}`),
  ]);

describe('a message of a stranger', () => {
  it('becomes a lead and is answered by WhatsApp, once, however often and however fast it is posted', async () => {
    const customer = newCustomer();
    const post = whatsAppPost(NUMBER, { messages: [said(customer, 'Hei, er Volvo XC60 fortsatt ledig?')] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => postMeta(app, post)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await settle(app);
    await postMeta(app, post);
    await settle(app);
    expect(await leadsOf(customer)).toBe(1);
    const lead = await leadOf(customer);
    expect([lead.source, lead.customer.name, lead.status]).toEqual(['whatsapp', 'Kari Nordmann', 'contacted']);
    expect(graph.sent.map(({ to, type }) => [to, type])).toEqual([[customer, 'text']]);
    expect(graph.sent[0]?.biz_opaque_callback_data).toBe(`reply:${lead._id}`);
    expect(await lastSent(lead._id)).toMatchObject({ channel: 'whatsapp', state: 'sent', recipient: `+${customer}` });
  });

  it('is the same person as on a form, and goes on in that lead', async () => {
    const customer = newCustomer();
    const form = { name: 'Kari', email: `${customer}@example.com`, phone: `+${customer}`, message: 'Er XC60 ledig?' };
    const posted = await app.as(null).post<{ lead_id: string }>(`/webhooks/form/${dealer}`, form);
    await settle(app);
    app.clock.advance(10 * MINUTE_MS);
    await receive(said(customer, 'Jeg fylte ut skjemaet deres. Kan jeg komme i morgen?'));
    expect((await leadOf(customer))._id).toBe(posted.body.lead_id);
    expect(graph.sent).toHaveLength(1);
  });

  it('in several messages within seconds is one lead, and they get one answer', async () => {
    const customer = newCustomer();
    const post = whatsAppPost(NUMBER, {
      messages: [said(customer, 'Hei'), said(customer, 'Har dere Volvo XC60?'), said(customer, 'Og hva koster den?')],
    });
    await postMeta(app, post);
    await settle(app);
    await settle(app);
    expect(await leadsOf(customer)).toBe(1);
    const conversation = await conversationOf((await leadOf(customer))._id);
    expect(
      conversation
        .filter(({ direction }) => direction === 'inbound')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Har dere Volvo XC60?', 'Hei', 'Og hva koster den?']);
    expect(new Set(graph.sent.map((sent) => sent.biz_opaque_callback_data)).size).toBe(graph.sent.length);
  });

  it('that Meta cannot pass on, or without a number, is a lead that a person sees', async () => {
    const customer = newCustomer();
    await receive({
      from: customer,
      id: newWamid(),
      timestamp: seconds(),
      type: 'unsupported',
      errors: [{ code: 131051 }],
    });
    const lead = await leadOf(customer);
    expect([lead.handled_by, lead.message]).toEqual(['human', expect.stringContaining('does not pass on')]);
    const id = newWamid();
    await receive({ from: 'US.13491208655302741918', id, timestamp: seconds(), type: 'text', text: { body: 'Hello' } });
    const arrival = await asOperator(() => Arrival.findOne({ key: `whatsapp ${id}` }).lean<ArrivalRecord>());
    expect(arrival?.outcome).toBe('lead_created');
    expect(graph.sent).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a button', { type: 'button', button: { text: 'Ja, ring meg', payload: 'YES' } }, 'Ja, ring meg'],
    [
      'a choice of a list',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Prøvekjøring' } } },
      'Prøvekjøring',
    ],
    [
      'a place',
      { type: 'location', location: { latitude: 58.97, longitude: 5.73, name: 'Torget' } },
      '[location, Torget, https://www.openstreetmap.org/?mlat=58.97&mlon=5.73]',
    ],
    [
      'a contact',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Ola' }, phones: [{ phone: '+47 900 00 000' }] }] },
      '[contact, Ola +47 900 00 000]',
    ],
    ['a kind of tomorrow', { type: 'hologram', hologram: {} }, '[hologram]'],
  ])('may be %s', async (_, fields, text) => {
    const customer = newCustomer();
    await receive(said(customer, '', { text: undefined, ...fields }));
    expect((await leadOf(customer)).message).toBe(text);
  });

  it('of an ad brings the ad along', async () => {
    const customer = newCustomer();
    const referral = { source_url: 'https://fb.me/x', source_id: '120', headline: 'Volvo EX30', ctwa_clid: 'abc' };
    await receive(said(customer, 'Jeg vil vite mer', { referral }));
    const lead = await leadOf(customer);
    expect([lead.vehicle_interest, lead.submissions[0]?.metadata]).toEqual([
      'Volvo EX30',
      expect.objectContaining({ ad_id: '120', click_id: 'abc' }),
    ]);
  });
});

describe('a file', () => {
  const picture = Buffer.from('ffd8ffe000104a464946', 'hex');

  it('is fetched with the token, stored with its message and given out to the dealership', async () => {
    const customer = newCustomer();
    const media = graph.addMedia(picture, 'image/jpeg');
    await receive(
      said(customer, '', { type: 'image', image: { id: media, mime_type: 'image/jpeg', caption: 'Innbytte' } }),
    );
    const [message] = await conversationOf((await leadOf(customer))._id);
    expect([message?.text, message?.attachments]).toEqual([
      'Innbytte',
      [expect.objectContaining({ name: 'image.jpg', kind: 'image', size_bytes: picture.length, available: true })],
    ]);
    const file = await client().get(`/v1/attachments/${message?.attachments[0]?.id}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('that comes late leaves its words neither unread nor unanswered, though the next message was answered', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Hei, er Volvo XC60 fortsatt ledig?'));
    app.clock.advance(6 * MINUTE_MS);
    const image = { id: graph.addMedia(picture, 'image/jpeg'), mime_type: 'image/jpeg' };
    graph.refuse = (path) => (path === image.id ? { status: 500, error: { code: 2 } } : null);
    const caption = 'Jeg vil klage på bilen jeg kjøpte hos dere.';
    for (const message of [
      said(customer, 'Har den hengerfeste?'),
      said(customer, '', { text: undefined, type: 'image', image: { ...image, caption } }),
      said(customer, 'Når har dere åpent?'),
    ]) {
      await postMeta(app, whatsAppPost(NUMBER, { messages: [message] }));
      await app.services.background.idle();
      app.clock.advance(SECOND_MS);
    }
    await settle(app);
    graph.refuse = () => null;
    app.clock.advance(8 * SECOND_MS);
    await sweepArrivals(app.services);
    await settle(app);
    const lead = await leadOf(customer);
    const replies = (await conversationOf(lead._id)).filter(({ purpose }) => purpose === 'reply');
    expect(replies.map(({ state }) => state)).toEqual(['sent', 'cancelled', 'sent', 'sent']);
    expect(await openEscalations(client(), lead._id)).toMatchObject([{ reason: 'complaint', excerpt: caption }]);
  });

  it('that is not what Meta says it is, or lies elsewhere, is described instead, and the token goes nowhere', async () => {
    const customer = newCustomer();
    const bad = graph.addMedia(picture, 'image/jpeg', { sha256: 'f'.repeat(64) });
    const elsewhere = graph.addMedia(picture, 'application/pdf', { url: 'http://127.0.0.1:9/steal' });
    await receive(said(customer, '', { type: 'image', image: { id: bad, mime_type: 'image/jpeg' } }));
    for (const wait of [2, 4, 8]) {
      app.clock.advance(wait * SECOND_MS);
      await sweepArrivals(app.services);
      await settle(app);
    }
    const pdf = { id: elsewhere, mime_type: 'application/pdf', filename: '../../vognkort.pdf' };
    await receive(said(customer, '', { type: 'document', document: pdf }));
    const conversation = await conversationOf((await leadOf(customer))._id);
    const texts = conversation
      .filter(({ direction }) => direction === 'inbound')
      .map(({ text, attachments }) => [text, attachments]);
    expect(texts).toEqual([
      ['[image]', []],
      ['[../../vognkort.pdf]', []],
    ]);
  });
});

describe('STOP', () => {
  it('is obeyed before Meta has its answer, ends what is queued, and START allows it again', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    const lead = await leadOf(customer);
    graph.refuse = (path) => (path.endsWith('/messages') ? { status: 400, error: { code: 131056 } } : null);
    await write(lead._id, { channel: 'whatsapp', text: 'Hei Kari, den er ledig.' });
    expect((await lastSent(lead._id)).state).toBe('pending');
    graph.refuse = () => null;
    const sent = graph.sent.length;
    expect((await postMeta(app, whatsAppPost(NUMBER, { messages: [said(customer, 'Stopp')] }))).status).toBe(200);
    expect(await stop(customer)).toEqual([true, true]);
    await settle(app);
    app.clock.advance(HOUR_MS);
    await settle(app);
    expect(graph.sent).toHaveLength(sent);
    expect(await lastSent(lead._id)).toMatchObject({ state: 'cancelled' });
    expect((await write(lead._id, { channel: 'whatsapp', text: 'Hei igjen' })).body.code).toBe('suppressed');
    await receive(said(customer, 'START'));
    expect(await stop(customer)).toEqual([false, false]);
  });

  it('of a stranger makes no lead', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'STOP'));
    expect([await leadsOf(customer), await stop(customer)]).toEqual([0, [true, true]]);
  });

  it('is no news to a colleague', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    const { _id: leadId } = await leadOf(customer);
    await client().patch(`/v1/leads/${leadId}`, { handled_by: 'human' });
    app.clock.advance(HOUR_MS);
    for (const command of ['STOP', 'START']) await receive(said(customer, command));
    const alerts = async () => (await messageRecords(dealer, leadId)).filter(({ purpose }) => purpose === 'alert');
    expect(await alerts()).toHaveLength(1);
    await receive(said(customer, 'Jo, jeg vil ha den.'));
    expect(await alerts()).toHaveLength(2);
  });

  it('that only Meta heard of counts as well', async () => {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    const { provider_id } = await lastSent((await leadOf(customer))._id);
    await report({ id: provider_id, status: 'failed', errors: [{ code: 131050 }] });
    expect(await stop(customer)).toEqual([true, false]);
  });
});

describe('the window of 24 hours', () => {
  async function asked(): Promise<{ customer: string; lead: LeadRecord }> {
    const customer = newCustomer();
    await receive(said(customer, 'Er Volvo XC60 ledig?'));
    graph.sent.length = 0;
    return { customer, lead: await leadOf(customer) };
  }

  it('is open before, closed after, and each message opens it anew', async () => {
    const { customer, lead } = await asked();
    app.clock.advance(DAY_MS - 30 * SECOND_MS);
    expect((await write(lead._id, { channel: 'whatsapp', text: 'Rett før' })).status).toBe(201);
    app.clock.advance(31 * SECOND_MS);
    const late = await write(lead._id, { channel: 'whatsapp', text: 'Rett etter' });
    expect([late.status, late.body.code, late.body.errors?.[0]?.pointer]).toEqual([
      422,
      'channel_not_possible',
      '#/channel',
    ]);
    await receive(said(customer, 'Hei igjen'));
    expect((await write(lead._id, { channel: 'whatsapp', text: 'Ja?' })).status).toBe(201);
    expect(graph.sent.map((sent) => sent.text?.body)).toEqual(expect.arrayContaining(['Rett før', 'Ja?']));
    expect(graph.sent.map((sent) => sent.text?.body)).not.toContain('Rett etter');
  });

  it('is measured when a message is sent, not when it was written', async () => {
    const { lead } = await asked();
    graph.refuse = (path) => (path.endsWith('/messages') ? { status: 400, error: { code: 130429 } } : null);
    app.clock.advance(DAY_MS - 30 * SECOND_MS);
    await write(lead._id, { channel: 'whatsapp', text: 'Sitter fast' });
    graph.refuse = () => null;
    app.clock.advance(MINUTE_MS);
    await settle(app);
    expect(await lastSent(lead._id)).toMatchObject({
      state: 'failed',
      state_reason: expect.stringContaining('24 hours'),
    });
    expect((await leadOf(`${lead.customer.phones[0]?.slice(1)}`)).unread).toBe(true);
    expect(graph.sent).toEqual([]);
  });

  it('of a message that came late began when it was written', async () => {
    const customer = newCustomer();
    const yesterday = String(Number(seconds()) - 25 * 3600);
    await receive({ ...said(customer, 'Er XC60 ledig?'), timestamp: yesterday });
    expect(graph.sent).toEqual([]);
    expect(await lastSent((await leadOf(customer))._id)).toMatchObject({ state: 'failed' });
  });

  it('that is closed lets an approved template through, by hand and for a follow-up', async () => {
    const { lead } = await asked();
    const parameters = ['customer_name', 'dealership_name', 'vehicle'];
    await chooseTemplate({ name: 'still_interested', language: 'nb', parameters });
    app.clock.advance(DAY_MS + SECOND_MS);
    const byHand = await write(lead._id, { channel: 'whatsapp', template: true });
    expect([byHand.status, byHand.body.text]).toEqual([
      201,
      expect.stringMatching(/^Hei Kari, dette er Fjord Bil\. Er du fortsatt interessert i /),
    ]);
    expect(graph.sent[0]?.template).toMatchObject({
      name: 'still_interested',
      language: { code: 'nb' },
      components: [{ type: 'body', parameters: [{ text: 'Kari' }, { text: 'Fjord Bil' }, { type: 'text' }] }],
    });

    const other = await asked();
    const byThen = after(app.clock.now(), 4 * DAY_MS);
    app.clock.advance(politeTime(byThen, 'Europe/Oslo').getTime() - app.clock.now().getTime());
    await runDueFollowUps(app.services);
    await settle(app);
    const followUp = await lastSent(other.lead._id);
    expect(followUp).toMatchObject({ channel: 'whatsapp', purpose: 'follow_up', state: 'sent' });
    expect(followUp.text).toMatch(/^Hei Kari, dette er Fjord Bil\./);
  });

  it('offers only templates that are approved and made of words', async () => {
    graph.templates.push(
      { ...TEMPLATE, name: 'waits', status: 'PENDING' },
      { ...TEMPLATE, name: 'pictured', components: [...TEMPLATE.components, { type: 'HEADER', format: 'IMAGE' }] },
    );
    const path = `/v1/connections/${connectionId}/templates`;
    const { body } = await client().get<Schemas['ConnectionTemplateList']>(path);
    expect(body.data).toEqual([expect.objectContaining({ name: 'still_interested', language: 'nb', placeholders: 3 })]);
    for (const [template, pointer] of [
      [{ name: 'waits', language: 'nb', parameters: [] }, '#/template/name'],
      [{ name: 'still_interested', language: 'nb', parameters: ['vehicle'] }, '#/template/parameters'],
    ] as const) {
      const answer = await client().patch<Problem>(`/v1/connections/${connectionId}`, { template });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
  });
});

describe('what became of a message', () => {
  async function answered() {
    const customer = newCustomer();
    await receive(said(customer, 'Er XC60 ledig?'));
    const lead = await leadOf(customer);
    return { lead, message: await lastSent(lead._id) };
  }

  it('only moves forward, in whatever order and number the reports come', async () => {
    const { lead, message } = await answered();
    const id = message.provider_id;
    await report({ id, status: 'read' }, { id, status: 'delivered' }, { id, status: 'sent' });
    await report({ id, status: 'delivered' }, { id, status: 'failed', errors: [{ code: 131026 }] });
    expect((await lastSent(lead._id)).state).toBe('read');
  });

  it('is not written down again when it says nothing new', async () => {
    const { lead, message } = await answered();
    const noted = (state: WhatsAppStatus['state']) =>
      runAsTenant(dealer, () =>
        noteWhatsAppStatus(app.services, {
          address: `whatsapp ${NUMBER}`,
          messageId: message.provider_id ?? '',
          sendKey: message.send_key,
          state,
          errorCode: state === 'failed' ? 131026 : null,
        }),
      );
    expect((await databaseCalls(() => noted('sent'))).writes).toEqual([]);
    await noted('delivered');
    for (const state of ['sent', 'failed', 'delivered'] as const)
      expect((await databaseCalls(() => noted(state))).writes).toEqual([]);
    expect((await lastSent(lead._id)).state).toBe('delivered');
  });

  it('is carried out when it is reported again after a crash in the middle', async () => {
    const { lead, message } = await answered();
    await asOperator(() => Message.updateOne({ _id: message._id }, { $set: { reported_rank: 2 } }));
    await report({ id: message.provider_id, status: 'delivered' });
    expect((await lastSent(lead._id)).state).toBe('delivered');
  });

  it('is failed where it failed, unless another device got it', async () => {
    const { lead, message } = await answered();
    await report({ id: message.provider_id, status: 'failed', errors: [{ code: 131026 }] });
    expect(await lastSent(lead._id)).toMatchObject({
      state: 'failed',
      state_reason: expect.stringContaining('131026'),
    });
    await report({ id: message.provider_id, status: 'delivered' });
    expect((await lastSent(lead._id)).state).toBe('delivered');
  });

  it('that failed calls a person also where that failed at first', async () => {
    const { lead, message } = await answered();
    const failed = () =>
      runAsTenant(dealer, () =>
        noteWhatsAppStatus(app.services, {
          address: `whatsapp ${NUMBER}`,
          messageId: message.provider_id ?? '',
          sendKey: message.send_key,
          state: 'failed',
          errorCode: 131026,
        }),
      );
    await withFaults(losesOne('escalations'), failed);
    await failed();
    expect(await openEscalations(client(), lead._id)).toMatchObject([{ reason: 'delivery_failed' }]);
  });

  it('is found out by a report when the answer was lost, and nothing is sent again', async () => {
    const customer = newCustomer();
    graph.refuse = (path) => (path.endsWith('/messages') ? 'lost' : null);
    await receive(said(customer, 'Er XC60 ledig?'));
    const lead = await leadOf(customer);
    const unknown = await lastSent(lead._id);
    expect(unknown.state).toBe('unknown');
    expect(graph.sent).toHaveLength(1);
    graph.refuse = () => null;
    const sendKey = { biz_opaque_callback_data: unknown.send_key };
    await report({ id: 'wamid.LOST', status: 'delivered', ...sendKey });
    await reconcileMessages(app.services);
    await settle(app);
    expect(await lastSent(lead._id)).toMatchObject({ state: 'delivered', provider_id: 'wamid.LOST' });
    expect((await leadOf(customer)).status).toBe('contacted');
    expect(graph.sent).toHaveLength(1);
  });

  /** A lead whose answer nobody knows the fate of, just before it is given up. */
  async function unheardOf(): Promise<LeadRecord> {
    const customer = newCustomer();
    graph.refuse = (path) => (path.endsWith('/messages') ? 'lost' : null);
    await receive(said(customer, 'Er XC60 ledig?'));
    graph.refuse = () => null;
    for (let minutes = 0; minutes < 10; minutes += 2) {
      await reconcileMessages(app.services);
      await settle(app);
      app.clock.advance(2 * MINUTE_MS);
    }
    return leadOf(customer);
  }

  it('and of which nothing is ever heard is given to a person, not sent again; a late report still counts', async () => {
    const lead = await unheardOf();
    const customer = lead.customer.phone?.slice(1) ?? '';
    await reconcileMessages(app.services);
    await settle(app);
    const given = await lastSent(lead._id);
    expect([given.state, graph.sent.length, (await leadOf(customer)).unread]).toEqual(['failed', 1, true]);
    await report({ id: 'wamid.LATE', status: 'read', biz_opaque_callback_data: given.send_key });
    await reconcileMessages(app.services);
    await settle(app);
    expect([(await lastSent(lead._id)).state, graph.sent.length]).toEqual(['read', 1]);
  });

  it.each<[string, { status: number; code: number }, string, string]>([
    ['too fast', { status: 400, code: 131056 }, 'pending', 'connected'],
    ['not reachable', { status: 400, code: 131026 }, 'failed', 'connected'],
    ['out of order for a moment', { status: 500, code: 131016 }, 'pending', 'connected'],
    ['of a token that is over', { status: 401, code: 190 }, 'pending', 'expired'],
  ])('is %s: %j is %s, and the connection %s', async (_, { status, code }, state, connection) => {
    const customer = newCustomer();
    graph.refuse = (path) => (path.endsWith('/messages') ? { status, error: { code, message: 'No' } } : null);
    await receive(said(customer, 'Er XC60 ledig?'));
    expect((await lastSent((await leadOf(customer))._id)).state).toBe(state);
    const read = await client().get<Schemas['Connection']>(`/v1/connections/${connectionId}`);
    expect(read.body.state).toBe(connection);
    graph.refuse = () => null;
    await client().patch(`/v1/connections/${connectionId}`, { token: graph.tokenOf(NUMBER) });
    app.clock.advance(30 * MINUTE_MS);
    await settle(app);
    if (state === 'pending') expect(graph.sent.filter(({ to }) => to === customer)).toHaveLength(1);
  });

  it('of another dealership cannot be told here', async () => {
    const { message } = await answered();
    const other = await app.signUp();
    const theirNumber = '106540352242999';
    await connectNumber(stillSignedIn(app, other), theirNumber);
    const statuses = [{ id: message.provider_id, status: 'read', biz_opaque_callback_data: message.send_key }];
    expect((await postMeta(app, whatsAppPost(theirNumber, { statuses }))).status).toBe(200);
    await settle(app);
    expect((await asOperator(() => Message.findById(message._id).lean()))?.state).toBe('sent');
  });

  it('that is given to a person is given to one after a crash as well', async () => {
    const lead = await unheardOf();
    await withFaults(losesOne('escalations'), () => reconcileMessages(app.services));
    app.clock.advance(2 * MINUTE_MS);
    await reconcileMessages(app.services);
    expect((await lastSent(lead._id)).state).toBe('failed');
    expect(await openEscalations(client(), lead._id)).toMatchObject([{ reason: 'delivery_failed' }]);
  });

  it('that is reported at the moment it is given up calls nobody', async () => {
    const lead = await unheardOf();
    const { send_key } = await lastSent(lead._id);
    let reported = false;
    await withFaults(
      async ({ collection, method }): Promise<'done'> => {
        if (reported || collection !== 'messages' || method !== 'updateOne') return 'done';
        reported = true;
        await report({ id: `wamid.${lead._id}`, status: 'delivered', biz_opaque_callback_data: send_key });
        return 'done';
      },
      () => reconcileMessages(app.services),
    );
    await reconcileMessages(app.services);
    await settle(app);
    expect((await lastSent(lead._id)).state).toBe('delivered');
    expect(await openEscalations(client(), lead._id)).toEqual([]);
  });
});

describe('bad input', () => {
  it.each<[string, unknown]>([
    ['no value', undefined],
    ['a text', 'x'],
    ['messages that are none', { metadata: { phone_number_id: NUMBER }, messages: [null, 7, 'x', {}, { id: [] }] }],
    ['statuses that are none', { metadata: { phone_number_id: NUMBER }, statuses: [null, { id: 1, status: 'read' }] }],
    ['a number that is none', { metadata: { phone_number_id: { $ne: '' } }, messages: [{ id: 'x' }] }],
  ])('with %s is acknowledged, and what stands beside it is kept', async (_, value) => {
    const customer = newCustomer();
    const [whole] = whatsAppPost(NUMBER, { messages: [said(customer, 'Er XC60 ledig?')] }).entry;
    const post = {
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }, whole],
    };
    expect((await postMeta(app, post)).status).toBe(200);
    await settle(app);
    expect(await leadsOf(customer)).toBe(1);
  });
});
