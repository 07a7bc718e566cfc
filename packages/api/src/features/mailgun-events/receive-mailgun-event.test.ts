import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import {
  enquiry,
  leadRecord,
  openEscalations,
  postForm,
  RecordingEmail,
  replyOf,
  roomyEnv,
  SIGNING_KEY,
  settle,
} from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Message } from '../messages/model.ts';

type Schemas = components['schemas'];
type Event = Record<string, unknown>;

const email = new RecordingEmail();
const { app, dealer, client } = await startDealership({ env: roomyEnv, services: { email } });

function signature(key = SIGNING_KEY, at = app.clock.now()) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const token = randomUUID();
  return { timestamp, token, signature: createHmac('sha256', key).update(timestamp).update(token).digest('hex') };
}

/** A lead that was answered by mail, with that answer. */
async function answered(fields: Record<string, unknown> = {}) {
  const form = enquiry(fields);
  const posted = await postForm(app, dealer, form);
  await settle(app);
  const leadId = posted.body.lead_id;
  const reply = await replyOf(dealer, leadId);
  return { leadId, address: String(form.email), messageId: reply.message_id ?? '' };
}

function event(messageId: string, data: Event, dealership = dealer): Event {
  return {
    message: { headers: { 'message-id': messageId.slice(1, -1) } },
    'user-variables': { dealership },
    ...data,
  };
}

async function post(data: Event, signed: object = signature()) {
  const answer = await app
    .as(null)
    .post<Schemas['Problem']>('/webhooks/mailgun/events', { signature: signed, 'event-data': data });
  await settle(app);
  return answer;
}

const sendAgain = (leadId: string) =>
  client().post<Schemas['Problem']>(`/v1/leads/${leadId}/messages`, { channel: 'email', text: 'Hei' });

describe('what Mailgun reports of a mail', () => {
  it('moves it forward and never back', async () => {
    const { leadId, messageId } = await answered();
    for (const name of ['delivered', 'opened', 'delivered', 'accepted', 'failed']) {
      const answer = await post(event(messageId, { event: name, severity: 'permanent' }));
      expect(answer.status).toBe(200);
    }
    expect((await replyOf(dealer, leadId)).state).toBe('read');
  });

  it('carries the dealership out with every mail, so that the report finds home', async () => {
    const { address } = await answered();
    const mail = email.calls.find((call) => call.to.includes(address));
    expect(mail?.dealershipId).toBe(dealer);
  });

  it('as a permanent failure asks for a person and ends mail to that address', async () => {
    const { leadId, messageId } = await answered();
    await client().post(`/v1/leads/${leadId}/read`);
    const failed = {
      event: 'failed',
      severity: 'permanent',
      'delivery-status': { code: 550, message: 'no such user' },
    };
    await post(event(messageId, failed));
    expect(await replyOf(dealer, leadId)).toMatchObject({
      state: 'failed',
      state_reason: 'The mail could not be delivered (550)',
    });
    expect((await client().get<Schemas['Lead']>(`/v1/leads/${leadId}`)).body.unread).toBe(true);
    const called = await client().get<Schemas['EscalationList']>(`/v1/escalations?lead_id=${leadId}`);
    expect(called.body.data).toMatchObject([{ reason: 'delivery_failed', state: 'open' }]);
    expect((await sendAgain(leadId)).body.code).toBe('suppressed');
  });

  it('as a permanent failure calls a person also where that failed at first', async () => {
    const { leadId, messageId } = await answered();
    const failed = event(messageId, { event: 'failed', severity: 'permanent' });
    const signed = signature();
    await withFaults(losesOne('escalations'), () => post(failed, signed));
    expect(await openEscalations(client(), leadId)).toEqual([]);
    expect((await post(failed, signed)).status).toBe(200);
    expect(await openEscalations(client(), leadId)).toMatchObject([{ reason: 'delivery_failed' }]);
    await client().post(`/v1/leads/${leadId}/read`);
    expect((await post(failed)).status).toBe(200);
    expect((await leadRecord(dealer, leadId)).unread).toBe(false);
    const { body } = await client().get<Schemas['HistoryList']>(`/v1/leads/${leadId}/history`);
    expect(body.data.filter(({ type }) => type === 'message_failed')).toHaveLength(1);
  });

  it('as a temporary failure changes nothing: Mailgun tries again itself', async () => {
    const { leadId, messageId } = await answered();
    await post(event(messageId, { event: 'failed', severity: 'temporary' }));
    expect((await replyOf(dealer, leadId)).state).toBe('sent');
    expect((await sendAgain(leadId)).status).toBe(201);
  });

  it.each(['complained', 'unsubscribed'])('as %s ends mail to that address', async (name) => {
    const { leadId, messageId } = await answered();
    await post(event(messageId, { event: name }));
    expect((await sendAgain(leadId)).body.code).toBe('suppressed');
  });

  it('ends mail to the address the mail went to, whatever the event says', async () => {
    const victim = await answered();
    const { messageId } = await answered();
    await post(event(messageId, { event: 'complained', recipient: victim.address }));
    expect((await sendAgain(victim.leadId)).status).toBe(201);
  });

  it('says nothing to another dealership', async () => {
    const other = await app.signUp();
    const { leadId, messageId } = await answered();
    expect((await post(event(messageId, { event: 'delivered' }, other.dealership.id))).status).toBe(200);
    expect((await replyOf(dealer, leadId)).state).toBe('sent');
  });
});

it('a report that is faster than our own note that the mail was sent is asked for again, and counts', async () => {
  const { leadId, messageId } = await answered();
  const sending = (state: string) =>
    runAsTenant(dealer, () => Message.updateOne({ message_id: messageId }, { $set: { state } }));
  await sending('sending');
  const signed = signature();
  const posted = event(messageId, { event: 'delivered' });
  const early = app.as(null).post('/webhooks/mailgun/events', { signature: signed, 'event-data': posted });
  expect((await early).status).toBe(503);
  await sending('sent');
  expect((await post(posted, signed)).status).toBe(200);
  expect((await replyOf(dealer, leadId)).state).toBe('delivered');
});

describe('a signature', () => {
  it('is good for one event', async () => {
    const { leadId, messageId } = await answered();
    const signed = signature();
    await post(event(messageId, { event: 'delivered' }), signed);
    expect((await post(event(messageId, { event: 'complained' }), signed)).status).toBe(200);
    expect((await sendAgain(leadId)).status).toBe(201);
  });

  it('is good for one dealership', async () => {
    const other = await app.signUp();
    const posted = await postForm(app, other.dealership.id, enquiry());
    await settle(app);
    const theirs = await replyOf(other.dealership.id, posted.body.lead_id);
    const { messageId } = await answered();
    const signed = signature();
    await post(event(messageId, { event: 'delivered' }), signed);
    await post(event(theirs.message_id ?? '', { event: 'delivered' }, other.dealership.id), signed);
    expect((await replyOf(other.dealership.id, posted.body.lead_id)).state).toBe('sent');
  });

  it('of another key or of yesterday is refused for good', async () => {
    const { leadId, messageId } = await answered();
    const yesterday = new Date(app.clock.now().getTime() - 24 * 3_600_000);
    for (const signed of [signature('another key'), signature(SIGNING_KEY, yesterday)]) {
      const answer = await post(event(messageId, { event: 'delivered' }), signed);
      expect([answer.status, answer.body.code]).toEqual([406, 'invalid_signature']);
    }
    expect((await replyOf(dealer, leadId)).state).toBe('sent');
  });
});

it.each([
  ['nothing', {}],
  ['fields of wrong types', { event: 7, message: 'x', 'user-variables': [], recipient: {} }],
  ['headers that are none', { event: 'delivered', message: { headers: null } }],
  ['an operator for an id', { event: 'delivered', message: { headers: { 'message-id': { $ne: '' } } } }],
])('an event with %s changes nothing', async (_, data) => {
  expect((await post({ 'user-variables': { dealership: dealer }, ...data })).status).toBe(200);
});
