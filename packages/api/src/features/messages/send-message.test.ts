import { beforeEach, describe, expect, it } from 'vitest';
import { diesAt, withFaults } from '../../../test/faults.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import {
  enquiry,
  messageRecords,
  postForm,
  postMail,
  RecordingEmail,
  RecordingSms,
  roomyEnv,
  settle,
  signedMail,
} from '../../../test/work.ts';
import { suppress } from '../../delivery/suppression.ts';
import type { components } from '../../generated/openapi.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';

type Schemas = components['schemas'];
type Message = Schemas['Message'];
type Problem = Schemas['Problem'];

const email = new RecordingEmail();
const sms = new RecordingSms();
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email, sms } });
beforeEach(() => {
  email.calls.length = 0;
  sms.calls.length = 0;
});

const send = <Body = Message>(id: string, body: unknown, headers: Record<string, string> = {}) =>
  client().post<Body>(`/v1/leads/${id}/messages`, body, headers);
const written = (text: string) => ({ channel: 'email', text });

async function answeredLead(fields: Record<string, unknown> = {}): Promise<{ id: string; email: string }> {
  const form = enquiry(fields);
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  email.calls.length = 0;
  return { id: body.lead_id, email: String(form.email) };
}
const byHand = async (id: string) =>
  (await messageRecords(dealer, id)).filter((message) => message.purpose === 'manual');

describe('a message of a person', () => {
  it('is shown as theirs, sent once, and counts as contact', async () => {
    const { id } = await answeredLead();
    const answer = await send(id, written('  Hei, Anne her. Skal vi ta en prøvetur?  '));
    expect(answer).toMatchObject({
      status: 201,
      body: {
        sender_type: 'human',
        sender_name: admin.user.name,
        state: 'pending',
        text: 'Hei, Anne her. Skal vi ta en prøvetur?',
      },
    });
    await settle(app);
    expect(email.calls).toHaveLength(1);
    const shown = await client().get<Schemas['MessageList']>(`/v1/leads/${id}/messages`);
    expect(shown.body.data.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
      'enquiry received',
      'reply sent',
      'manual sent',
    ]);
    expect((await client().get<Schemas['Lead']>(`/v1/leads/${id}`)).body).toMatchObject({
      handled_by: 'human',
      unread: false,
      preview: 'Hei, Anne her. Skal vi ta en prøvetur?',
    });
  });

  it('goes by SMS to the number the customer left', async () => {
    const { id } = await answeredLead({ phone: '90123456' });
    await send(id, { channel: 'sms', text: 'Hei' });
    await settle(app);
    expect(sms.calls).toMatchObject([{ to: '+4790123456', text: 'Hei' }]);
  });

  it('is refused where the customer cannot be reached, and nothing changes', async () => {
    const { id, email: address } = await answeredLead();
    const refusal = async (body: unknown) => {
      const answer = await send<Problem>(id, body);
      return [answer.status, answer.body.code];
    };
    expect(await refusal({ channel: 'sms', text: 'Hei' })).toEqual([422, 'channel_not_possible']);
    expect(await refusal({ channel: 'email', text: '   ' })).toEqual([400, 'invalid_request']);
    expect(await refusal({ channel: 'fax', text: 'Hei' })).toEqual([400, 'invalid_request']);
    await runAsTenant(dealer, () => suppress(app.services, 'email', address, 'unsubscribed'));
    expect(await refusal(written('Hei'))).toEqual([422, 'suppressed']);
    expect(await byHand(id)).toEqual([]);
    expect((await client().get<Schemas['Lead']>(`/v1/leads/${id}`)).body.handled_by).toBe('assistant');
  });

  it('to a number that is none is refused', async () => {
    const { id } = await answeredLead({ phone: 'ring meg' });
    expect((await send<Problem>(id, { channel: 'sms', text: 'Hei' })).body.code).toBe('channel_not_possible');
  });

  it('that waited while the customer unsubscribed is not sent', async () => {
    const { id, email: address } = await answeredLead();
    await send(id, written('Hei'));
    await runAsTenant(dealer, () => suppress(app.services, 'email', address, 'unsubscribed'));
    await settle(app);
    expect(email.calls).toEqual([]);
    expect(await byHand(id)).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('an Idempotency-Key', () => {
  const key = (name: string) => ({ 'idempotency-key': name });

  it('sends one message for ten posts at once', async () => {
    const { id } = await answeredLead();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(id, written('En gang'), key('ten'))));
    await settle(app);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.filter(({ status }) => status === 409).every(({ headers }) => headers.has('retry-after'))).toBe(
      true,
    );
    expect(await byHand(id)).toHaveLength(1);
    expect(email.calls).toHaveLength(1);
  });

  it('gives the first answer again after success', async () => {
    const { id } = await answeredLead();
    const first = await send(id, written('Hei'), key('again'));
    await settle(app);
    const again = await send(id, written('Hei'), key('again'));
    expect(again).toMatchObject({ status: 201, body: first.body });
    await settle(app);
    expect(email.calls).toHaveLength(1);
  });

  it('is refused for other words and for another lead', async () => {
    const [one, two] = [await answeredLead(), await answeredLead()];
    await send(one.id, written('Hei'), key('reused'));
    for (const answer of [
      await send<Problem>(one.id, written('Noe annet'), key('reused')),
      await send<Problem>(two.id, written('Hei'), key('reused')),
    ])
      expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await byHand(two.id)).toEqual([]);
  });

  it('may be used again after a refusal', async () => {
    const { id } = await answeredLead();
    expect((await send(id, { channel: 'sms', text: 'Hei' }, key('freed'))).status).toBe(422);
    expect((await send(id, written('Hei'), key('freed'))).status).toBe(201);
  });

  it('makes a retry after a crash the same message, at whatever write it died', async () => {
    for (let n = 1; ; n += 1) {
      const { id } = await answeredLead();
      email.calls.length = 0;
      const { writes } = await withFaults(diesAt(n), () => send(id, written('Etter krasj'), key(`crash-${n}`)));
      app.clock.advance(2 * MINUTE_MS);
      const retry = await send(id, written('Etter krasj'), key(`crash-${n}`));
      expect(retry.status).toBe(201);
      await settle(app);
      expect(await byHand(id)).toMatchObject([{ state: 'sent', _id: retry.body.id }]);
      expect(email.calls).toHaveLength(1);
      if (writes.length < n) break;
    }
  });
});

describe('after a person has written', () => {
  const answerOf = async (id: string, from: string, text: string) => {
    const last = (await messageRecords(dealer, id)).findLast(
      (message) => message.message_id !== null && message.audience === 'customer',
    );
    const headers: [string, string][] = [['In-Reply-To', last?.message_id ?? '']];
    app.clock.advance(MINUTE_MS);
    await postMail(app, dealer, signedMail({ from, text, headers }, app.clock.now()));
    await settle(app);
  };
  const automatic = () => email.toCustomers().filter((mail) => mail.automatic);

  it('the assistant is silent until it is handed back', async () => {
    const { id, email: from } = await answeredLead();
    await send(id, written('Hei, Anne her.'));
    await settle(app);
    await answerOf(id, from, 'Hei Anne, hva koster den?');
    expect(automatic()).toEqual([]);
    await client().patch(`/v1/leads/${id}`, { handled_by: 'assistant' });
    await settle(app);
    expect(automatic()).toEqual([]);
    await answerOf(id, from, 'Og når har dere åpent?');
    expect(automatic()).toHaveLength(1);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    const turns = history.body.data.filter((entry) => entry.type === 'handled_by_changed');
    expect(turns.map(({ from: before, to }) => `${before} > ${to}`)).toEqual([
      'human > assistant',
      'assistant > human',
    ]);
  });

  it('the assistant stays silent on a form of the same customer, and the rep is told', async () => {
    const { id, email: from } = await answeredLead();
    await send(id, written('Hei, Anne her.'));
    app.clock.advance(10 * MINUTE_MS);
    await settle(app);
    email.calls.length = 0;
    await postForm(app, dealer, enquiry({ email: from, message: 'Er det noen der?' }));
    await settle(app);
    expect(email.toCustomers()).toEqual([]);
    expect(email.calls).toHaveLength(1);
  });
});
