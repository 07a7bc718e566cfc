import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import {
  enquiry,
  messageRecords,
  postForm,
  postMail,
  RecordingEmail,
  roomyEnv,
  SIGNING_KEY,
  settle,
  signedMail,
} from '../../../test/work.ts';
import { readAdf } from '../../channels/adf/read-adf.ts';
import type { components } from '../../generated/openapi.ts';
import { after, HOUR_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Message } from '../messages/model.ts';

type Schemas = components['schemas'];
type Delivery = Schemas['CrmDelivery'];

const INTAKE = 'leads@crm.example';

const email = new RecordingEmail();
const { app, admin, dealer, client } = await startDealership(
  { env: roomyEnv, services: { email } },
  { dealership_name: 'Fjord Bil' },
);
beforeAll(async () => {
  await client().post('/v1/vehicles', { make: 'Volvo', model: 'XC60', year: 2022, plate: 'EV 12345', price: 489000 });
});
beforeEach(async () => {
  email.calls.length = 0;
  email.answer = () => ({ state: 'sent', providerId: 'mg-1' });
  await change({ enabled: true, address: INTAKE, profile: 'body', subject: null });
});

const change = (body: Schemas['CrmUpdate']) => client().patch<Schemas['Crm'] & Schemas['Problem']>('/v1/crm', body);
const toCrm = () => email.calls.filter(({ to }) => to.includes('crm.example'));
const deliveries = async (leadId: string) =>
  (await client().get<{ data: Delivery[] }>(`/v1/crm/deliveries?lead_id=${leadId}`)).body.data;

async function lead(fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await postForm(app, dealer, fields);
  await settle(app);
  return body.lead_id;
}

describe('a new lead', () => {
  it('goes to the CRM once, as text that is ADF and nothing else', async () => {
    const form = enquiry({ name: 'Åse Ødegård', phone: '90123456', message: 'Er Volvo XC60 ledig?' });
    const id = await lead(form);
    expect(toCrm()).toMatchObject([
      { to: INTAKE, html: null, attachments: [], automatic: false, unsubscribeUrl: null },
    ]);
    expect(readAdf(toCrm()[0]?.text ?? '')).toMatchObject([
      {
        ids: [`norvalt:${id}`],
        name: 'Åse Ødegård',
        email: form.email,
        phone: '+4790123456',
        comments: 'Er Volvo XC60 ledig?',
        vehicles: [{ year: '2022', make: 'Volvo', model: 'XC60', stock: 'EV 12345' }],
        vendor: 'Fjord Bil',
        repaired: [],
        missing: [],
      },
    ]);
    await lead(form);
    await lead({ ...form, message: 'Hva koster den?' });
    expect(toCrm()).toHaveLength(1);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(history.body.data.filter(({ type }) => type === 'crm_sent')).toMatchObject([{ to: INTAKE }]);
  });

  it('is not shown as it went there while it is deleted', async () => {
    const id = await lead();
    const before = await deliveries(id);
    expect(before).toHaveLength(1);
    await client().delete(`/v1/leads/${id}`);
    expect(await deliveries(id)).toEqual([]);
    await client().post(`/v1/leads/${id}/restore`);
    expect(await deliveries(id)).toEqual(before);
  });

  it('is no news to a colleague: a customer who answers at once is told of', async () => {
    const { email: from } = enquiry();
    const id = await lead({ email: from, message: 'Er Volvo XC60 ledig?' });
    await client().patch(`/v1/leads/${id}`, { handled_by: 'human' });
    expect(toCrm()).toHaveLength(1);
    // What colleagues were told themselves was long ago; the CRM has just been written to.
    await runAsTenant(dealer, () =>
      Message.updateMany({ lead_id: id, purpose: 'alert' }, { $set: { sent_at: after(app.clock.now(), -HOUR_MS) } }),
    );
    const reply = (await messageRecords(dealer, id)).find(({ purpose }) => purpose === 'reply');
    const headers: [string, string][] = [['In-Reply-To', reply?.message_id ?? '']];
    await postMail(
      app,
      dealer,
      signedMail({ from: String(from), text: 'Kan jeg komme i dag?', headers }, app.clock.now()),
    );
    await settle(app);
    const alerts = (await messageRecords(dealer, id)).filter(({ purpose }) => purpose === 'alert');
    expect(alerts.at(-1)).toMatchObject({ state: 'sent', text: expect.stringContaining('Kan jeg komme i dag?') });
  });

  it('of a test key goes to nobody', async () => {
    const key = await app.secretKey({ ...admin, client: client() }, ['leads:write', 'leads:read'], 'test');
    const made = await app
      .as(key)
      .post<{ id: string }>('/v1/leads', { customer: { name: 'Per', email: 'per@example.com' } });
    await settle(app);
    expect(made.status).toBe(201);
    expect(toCrm()).toEqual([]);
    expect((await deliveries(made.body.id)).map(({ state }) => state)).toEqual(['sent']);
  });

  it('goes nowhere while it is off, nor afterwards', async () => {
    await change({ enabled: false });
    const id = await lead();
    await change({ enabled: true });
    await settle(app);
    expect([toCrm(), await deliveries(id)]).toEqual([[], []]);
  });
});

describe('a profile', () => {
  it('in ASCII alone writes every other letter as a reference, and the subject without', async () => {
    await change({ profile: 'body_ascii', subject: '{dealership} lead {lead}: {customer}' });
    const id = await lead({ name: 'Åse Ødegård 😀' });
    const [mail] = toCrm();
    expect(mail?.subject).toBe(`Fjord Bil lead ${id}: AAse OEdegaard ?`);
    expect(mail?.text).toMatch(/^\p{ASCII}*$/u);
    expect(readAdf(mail?.text ?? '')?.[0]?.name).toBe('Åse Ødegård 😀');
  });

  it.each([
    ['body_and_attachment', true],
    ['attachment', false],
  ] as const)('%s attaches the document', async (profile, inText) => {
    await change({ profile });
    await lead();
    const [mail] = toCrm();
    expect(mail?.attachments).toMatchObject([{ name: 'lead.xml', contentType: 'application/xml' }]);
    expect(readAdf(mail?.attachments?.[0]?.content ?? '')).toHaveLength(1);
    expect(mail?.text.includes('<adf>')).toBe(inText);
  });
});

describe('what became of it', () => {
  async function report(messageId: string, event: Record<string, unknown>) {
    const timestamp = String(Math.floor(app.clock.now().getTime() / 1000));
    const token = randomUUID();
    const signature = createHmac('sha256', SIGNING_KEY).update(timestamp).update(token).digest('hex');
    const data = {
      timestamp: app.clock.now().getTime() / 1000,
      message: { headers: { 'message-id': messageId.replace(/[<>]/g, '') } },
      'user-variables': { dealership: dealer },
      ...event,
    };
    const post = { signature: { timestamp, token, signature }, 'event-data': data };
    expect((await app.as(null).post('/webhooks/mailgun/events', post)).status).toBe(200);
  }

  it('is known once the mail server of the CRM took it', async () => {
    const id = await lead();
    await report(toCrm()[0]?.messageId ?? '', { event: 'delivered' });
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', recipient: INTAKE }]);
  });

  it('is sent anew to another address where it did not get there, and never where it did', async () => {
    const id = await lead();
    const [first] = await deliveries(id);
    const retry = () => client().post<Delivery>(`/v1/crm/deliveries/${first?.id}/retry`, {});
    expect((await retry()).status).toBe(409);
    await report(toCrm()[0]?.messageId ?? '', {
      event: 'failed',
      severity: 'permanent',
      'delivery-status': { code: 550 },
    });
    expect((await deliveries(id))[0]?.state).toBe('failed');
    await change({ address: 'other@crm.example' });
    const answers = await Promise.all([retry(), retry(), retry()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await settle(app);
    expect(toCrm().map(({ to }) => to)).toEqual([INTAKE, 'other@crm.example']);
    expect(new Set(toCrm().map(({ messageId }) => messageId)).size).toBe(2);
    expect(await deliveries(id)).toMatchObject([{ state: 'sent', recipient: 'other@crm.example' }]);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(
      history.body.data
        .map(({ type }) => type)
        .filter((type) => type.startsWith('crm_'))
        .sort(),
    ).toEqual(['crm_failed', 'crm_sent', 'crm_sent']);
  });

  it('that did not get there is told to the admins once, until one has got there again', async () => {
    const told = () =>
      email.calls.filter(({ subject }) => subject === 'Henvendelser kommer ikke frem til CRM-systemet');
    const newest = () => toCrm().at(-1)?.messageId ?? '';
    const bounce = () =>
      report(newest(), {
        event: 'failed',
        severity: 'permanent',
        'delivery-status': { code: 550, message: 'No such box' },
      });
    const first = await lead();
    await bounce();
    await lead();
    await bounce();
    await settle(app);
    expect(told().map(({ to }) => to)).toEqual([admin.user.email]);
    expect(told()[0]?.text).toContain(`kom ikke frem til ${INTAKE}`);
    expect(told()[0]?.text).toContain(`/app/leads/${first}`);
    await lead();
    await report(newest(), { event: 'delivered' });
    email.answer = ({ to }) =>
      to === INTAKE ? { state: 'failed', reason: 'refused' } : { state: 'sent', providerId: 'mg' };
    await lead();
    await lead();
    await settle(app);
    expect(told()).toHaveLength(2);
    email.answer = () => ({ state: 'sent', providerId: 'mg-1' });
    await lead();
    email.answer = ({ to }) =>
      to === INTAKE ? { state: 'failed', reason: 'refused' } : { state: 'sent', providerId: 'mg' };
    await lead();
    await settle(app);
    expect(told()).toHaveLength(3);
  });

  it('is asked of the provider where its answer was lost, and not sent twice', async () => {
    email.answer = ({ to }) =>
      to === INTAKE ? { state: 'unknown', reason: 'timeout' } : { state: 'sent', providerId: 'mg' };
    email.found = 'found';
    const id = await lead();
    expect((await deliveries(id))[0]?.state).toBe('unknown');
    const { reconcileMessages } = await import('../../delivery/reconcile.ts');
    app.clock.advance(2 * 60_000);
    await reconcileMessages(app.services);
    expect((await deliveries(id))[0]?.state).toBe('sent');
    expect(toCrm()).toHaveLength(1);
  });
});

describe('the settings', () => {
  it.each([
    [{ address: null }, '#/address'],
    [{ address: 'not an address' }, '#/address'],
    [{ address: 'Fjord-Bil+x@MAIL.norvalt.localhost' }, '#/address'],
    [{ subject: '{dealership} {vin}' }, '#/subject'],
  ])('refuse %o', async (body, pointer) => {
    const { status, body: problem } = await change(body);
    expect([status, problem.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('are changed by who manages', async () => {
    const rep = await app.addColleague({ ...admin, client: client() }, 'sales_rep');
    expect((await rep.client.patch('/v1/crm', { enabled: false })).status).toBe(403);
    expect((await rep.client.get<Schemas['Crm']>('/v1/crm')).body).toMatchObject({ enabled: true, address: INTAKE });
  });
});

it('a lead that comes back from the CRM by some forwarding makes no new one', async () => {
  await lead();
  const text = toCrm()[0]?.text ?? '';
  await postMail(app, dealer, signedMail({ from: 'crm@crm.example', subject: 'Fwd', text }, app.clock.now()));
  await settle(app);
  const arrivals = await client().get<Schemas['ArrivalList']>('/v1/arrivals?limit=1');
  expect(arrivals.body.data[0]).toMatchObject({ outcome: 'not_a_lead', lead_id: null });
  expect(toCrm()).toHaveLength(1);
});
