import { randomInt } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { OUR_NUMBER, postTwilio, twilioEnv, twilioToken } from '../../../test/twilio-post.ts';
import { messageRecords, postForm, RecordingSms, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { armFailpoints } from '../../lib/failpoints.ts';

type Schemas = components['schemas'];

const sms = new RecordingSms();
const { app, admin, dealer, client } = await startDealership({
  env: { ...roomyEnv, ...twilioEnv },
  services: { sms },
});
let sent = 0;

beforeAll(async () => {
  await admin.client.post('/v1/vehicles', {
    make: 'Volvo',
    model: 'XC60',
    model_year: 2022,
    price: { amount: 489000, currency: 'NOK' },
  });
});
beforeEach(() => {
  sms.answer = () => {
    sent += 1;
    return { state: 'sent', providerId: `SM-out-${sent}` };
  };
});

const mobile = () => `+479${randomInt(1_000_000, 9_999_999)}`;
let sids = 0;

async function post(
  path: 'sms' | 'status',
  fields: Record<string, string>,
  change: { token?: string; key?: string } = {},
) {
  return postTwilio(app, { token: change.token ?? (await twilioToken(dealer)), path }, fields, change.key);
}

function text(from: string, body: string, fields: Record<string, string> = {}) {
  sids += 1;
  return post('sms', { MessageSid: `SM-in-${sids}`, From: from, To: OUR_NUMBER, Body: body, NumMedia: '0', ...fields });
}

async function leadsOf(phone: string): Promise<Schemas['Lead'][]> {
  const page = await client().get<Schemas['LeadList']>(`/v1/leads?q=${encodeURIComponent(phone)}`);
  return page.body.data;
}

/** A stranger who wrote by SMS and was answered by SMS. */
async function conversation(): Promise<{ from: string; leadId: string }> {
  const from = mobile();
  await text(from, 'Hei! Er Volvo XC60 fortsatt ledig?');
  await settle(app);
  const [lead] = await leadsOf(from);
  return { from, leadId: lead?.id ?? '' };
}

describe('an SMS of a stranger', () => {
  it('is answered once, also when the worker fails right after it made the lead', async () => {
    const from = mobile();
    armFailpoints('intake.written=throw*1@Er den ledig');
    await text(from, 'Er den ledig?');
    await settle(app);
    armFailpoints(null);
    app.clock.advance(10 * MINUTE_MS);
    await sweepArrivals(app.services);
    await settle(app);
    expect(sms.calls.filter((call) => call.to === from)).toHaveLength(1);
    const [lead] = await leadsOf(from);
    const records = await messageRecords(dealer, lead?.id ?? '');
    expect(records.filter((one) => one.audience === 'customer').map((one) => one.direction)).toEqual([
      'inbound',
      'outbound',
    ]);
  });

  it('becomes a lead that is answered by SMS, about the car in stock', async () => {
    const { from, leadId } = await conversation();
    const [lead] = await leadsOf(from);
    expect(lead).toMatchObject({ source: 'sms', status: 'contacted', customer: { phone: from, email: null } });
    const reply = sms.calls.find((call) => call.to === from);
    expect(reply?.text).toMatch(/XC60/);
    expect(sms.calls.filter((call) => call.to === from)).toHaveLength(1);
    expect((await messageRecords(dealer, leadId)).filter((message) => message.purpose === 'reply')).toHaveLength(1);
  });

  it('is answered with empty TwiML', async () => {
    const answer = await text(mobile(), 'Er den ledig?');
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'text/xml; charset=utf-8',
      '<?xml version="1.0" encoding="UTF-8"?><Response/>',
    ]);
    await settle(app);
  });

  it('is one lead however often Twilio posts it', async () => {
    const from = mobile();
    await Promise.all(Array.from({ length: 5 }, () => text(from, 'Er den ledig?', { MessageSid: `SM-${from}` })));
    await settle(app);
    expect(await leadsOf(from)).toHaveLength(1);
    expect(sms.calls.filter((call) => call.to === from)).toHaveLength(1);
  });

  it('with a picture and no words waits for a person', async () => {
    const from = mobile();
    await text(from, '', { NumMedia: '1', MediaContentType0: 'image/jpeg', MediaUrl0: 'https://api.twilio.com/m' });
    await settle(app);
    const [lead] = await leadsOf(from);
    expect(lead).toMatchObject({ handled_by: 'human', message: '[image/jpeg]' });
    expect(sms.calls.filter((call) => call.to === from)).toHaveLength(0);
  });
});

describe('an SMS of a customer', () => {
  it('goes on with the conversation and is answered, and follow-ups are called off', async () => {
    const { from, leadId } = await conversation();
    await text(from, 'Kan jeg prøvekjøre på lørdag?');
    await settle(app);
    expect(await leadsOf(from)).toHaveLength(1);
    const messages = await messageRecords(dealer, leadId);
    const said = messages.filter((message) => message.audience === 'customer');
    expect(said.map((message) => message.direction)).toEqual(['inbound', 'outbound', 'inbound', 'outbound']);
    expect(said.every((message) => message.channel === 'sms')).toBe(true);
  });

  it('who first wrote a form joins that lead', async () => {
    const from = mobile();
    const form = await postForm(app, dealer, { phone: from });
    await settle(app);
    await text(from, 'Har dere den i blått?');
    await settle(app);
    expect((await leadsOf(from)).map((lead) => lead.id)).toEqual([form.body.lead_id]);
  });
});

describe('STOP', () => {
  it('forbids every SMS before the answer goes back, also one that is queued', async () => {
    const { from, leadId } = await conversation();
    const before = sms.calls.length;
    await text(from, 'STOP');
    const refused = await client().post<Schemas['Problem']>(`/v1/leads/${leadId}/messages`, {
      channel: 'sms',
      text: 'Hei',
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'suppressed']);
    await settle(app);
    expect(sms.calls).toHaveLength(before);
    const said = await messageRecords(dealer, leadId);
    expect(said.at(-1)).toMatchObject({ direction: 'inbound', text: 'STOP' });
  });

  it('posted once more after START stays as START left it', async () => {
    const { from, leadId } = await conversation();
    await text(from, 'STOP', { MessageSid: `SM-stop-${from}` });
    await settle(app);
    await text(from, 'START');
    await text(from, 'STOP', { MessageSid: `SM-stop-${from}` });
    const allowed = await client().post(`/v1/leads/${leadId}/messages`, { channel: 'sms', text: 'Hei igjen' });
    expect(allowed.status).toBe(201);
    await settle(app);
  });

  it('of a stranger is no lead', async () => {
    const from = mobile();
    await text(from, 'stopp');
    await settle(app);
    expect(await leadsOf(from)).toEqual([]);
  });

  it('counts for this dealership alone, until START', async () => {
    const { from, leadId } = await conversation();
    await text(from, 'stop');
    await text(from, 'START');
    const allowed = await client().post(`/v1/leads/${leadId}/messages`, { channel: 'sms', text: 'Hei igjen' });
    expect(allowed.status).toBe(201);
    await settle(app);
  });

  it('that only Twilio has heard of ends SMS as well', async () => {
    const from = mobile();
    sms.answer = () => ({ state: 'failed', reason: 'opted_out' });
    await text(from, 'Er den ledig?');
    await settle(app);
    const [lead] = await leadsOf(from);
    const refused = await client().post<Schemas['Problem']>(`/v1/leads/${lead?.id}/messages`, {
      channel: 'sms',
      text: 'Hei',
    });
    expect(refused.body.code).toBe('suppressed');
  });
});

describe('a report of an SMS', () => {
  const stateOf = async (leadId: string) =>
    (await messageRecords(dealer, leadId)).find((message) => message.purpose === 'reply');

  it('moves the message forward and never back', async () => {
    const { from, leadId } = await conversation();
    const sid = (await stateOf(leadId))?.provider_id ?? '';
    for (const status of ['sent', 'delivered', 'delivered', 'sent', 'failed']) {
      expect((await post('status', { MessageSid: sid, MessageStatus: status, To: from })).status).toBe(200);
      await settle(app);
    }
    expect((await stateOf(leadId))?.state).toBe('delivered');
    await post('status', { MessageSid: sid, MessageStatus: 'read', To: from });
    expect((await stateOf(leadId))?.state).toBe('read');
  });

  it('of failure asks for a person', async () => {
    const { from, leadId } = await conversation();
    await client().post(`/v1/leads/${leadId}/read`);
    const sid = (await stateOf(leadId))?.provider_id ?? '';
    await post('status', { MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: '30003', To: from });
    const [lead] = await leadsOf(from);
    expect(lead?.unread).toBe(true);
    expect(await stateOf(leadId)).toMatchObject({
      state: 'failed',
      state_reason: 'The operator did not deliver it (30003)',
    });
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${leadId}/history`);
    expect(history.body.data.filter((entry) => entry.type === 'message_failed')).toHaveLength(1);
  });

  it('cannot touch the message of another dealership', async () => {
    const { from, leadId } = await conversation();
    const other = await app.signUp();
    const token = await twilioToken(other.dealership.id);
    const sid = (await stateOf(leadId))?.provider_id ?? '';
    await post('status', { MessageSid: sid, MessageStatus: 'failed', To: from }, { token });
    await settle(app);
    expect((await stateOf(leadId))?.state).toBe('sent');
  });
});

describe('what is refused', () => {
  it.each([
    ['a signature with another key', { key: 'another' }, 403],
    ['an unknown token', { token: 'f'.repeat(32) }, 403],
  ])('%s', async (_, change, status) => {
    const fields = { MessageSid: 'SM-x', From: mobile(), To: OUR_NUMBER, Body: 'Hei' };
    expect((await post('sms', fields, change)).status).toBe(status);
    await settle(app);
    expect(await leadsOf(fields.From)).toEqual([]);
  });

  it('JSON, which is signed in another way', async () => {
    const token = await twilioToken(dealer);
    const answer = await app
      .as(null)
      .post(`/webhooks/twilio/${token}/sms`, { MessageSid: 'SM-y', From: mobile(), Body: 'Hei' });
    expect(answer.status).toBe(415);
  });

  it('what is no SMS', async () => {
    expect((await post('sms', { Body: 'Hei' })).status).toBe(400);
  });
});
