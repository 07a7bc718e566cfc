import { beforeEach, describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import {
  enquiry,
  leadRecord,
  messageRecords,
  outboxOf,
  postForm,
  postMail,
  RecordingEmail,
  RecordingSms,
  replyOf,
  roomyEnv,
  settle,
  signedMail,
  stillSignedIn,
} from '../../test/work.ts';
import { SlowModel } from '../answering/testing/slow-model.ts';
import type { SendResult } from '../channels/send-result.ts';
import type { components } from '../generated/openapi.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { deliverDue } from './deliver.ts';
import { suppress } from './suppression.ts';

type Schemas = components['schemas'];

const email = new RecordingEmail();
const sms = new RecordingSms();
const model = new SlowModel();
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email, sms, model } });
beforeEach(() => {
  email.calls.length = 0;
  sms.calls.length = 0;
  email.answer = () => ({ state: 'sent', providerId: 'mg-1' });
});

const answering = (result: SendResult) => (mail: { unsubscribeUrl: string | null }) =>
  mail.unsubscribeUrl === null ? ({ state: 'sent', providerId: 'staff' } as const) : result;

async function ask(fields: Record<string, unknown> = {}): Promise<string> {
  const answer = await postForm(app, dealer, fields);
  await app.services.background.idle();
  return answer.body.lead_id;
}

describe('an answer that goes out', () => {
  it('is sent once, and the lead is contacted, answered and followed up', async () => {
    const id = await ask();
    await settle(app);
    const reply = await replyOf(dealer, id);
    expect(reply).toMatchObject({ state: 'sent', provider_id: 'mg-1', written_by: 'rules', attempts: 1 });
    expect(email.toCustomers()).toHaveLength(1);
    expect(email.toCustomers()[0]).toMatchObject({
      messageId: reply.message_id,
      text: expect.stringContaining('Kari'),
    });
    const lead = await leadRecord(dealer, id);
    expect(lead).toMatchObject({ status: 'contacted', assigned_to: { name: admin.user.name } });
    expect(lead.first_response_at).toEqual(lead.last_contact_at);
    expect(lead.first_response_seconds).toBeLessThan(10);
    const followUps = await client().get<Schemas['FollowUpList']>(`/v1/leads/${id}/follow-ups`);
    expect(followUps.body.data.map(({ step, state }) => [step, state])).toEqual([
      [1, 'scheduled'],
      [2, 'scheduled'],
    ]);
  });

  it('is sent once by two workers at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => ask()));
    await Promise.all([deliverDue(app.services, 3), deliverDue(app.services, 3)]);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(6);
    expect(new Set(email.calls.map((mail) => mail.messageId)).size).toBe(email.calls.length);
    for (const id of ids) expect((await replyOf(dealer, id)).state).toBe('sent');
  });
});

describe('a provider that does not take it', () => {
  it('for now is tried again later, with the same words and the same Message-ID', async () => {
    email.answer = answering({ state: 'retry', reason: 'http_503' });
    const id = await ask();
    await settle(app);
    const waiting = await replyOf(dealer, id);
    expect(waiting).toMatchObject({ state: 'pending', state_reason: 'http_503', dispatched_at: null });
    expect(waiting.due_at.getTime()).toBeGreaterThan(app.clock.now().getTime() + 5 * SECOND_MS);
    expect((await leadRecord(dealer, id)).status).toBe('new');
    email.answer = () => ({ state: 'sent', providerId: 'mg-2' });
    app.clock.advance(20 * SECOND_MS);
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'sent', attempts: 2, text: waiting.text });
    const [first, second] = email.toCustomers();
    expect(second?.messageId).toBe(first?.messageId);
    const words = (text = '') => text.replace(/unsubscribe\/\S+/, '');
    expect(words(second?.text)).toBe(words(first?.text));
  });

  it('is written anew when the car it speaks of was sold meanwhile, and nothing else is sent', async () => {
    const car = { make: 'Mazda', model: 'CX-60', year: 2023, price: 459_000, status: 'available' } as const;
    const added = await client().post<Schemas['Vehicle']>('/v1/vehicles', car);
    email.answer = answering({ state: 'retry', reason: 'http_503' });
    const id = await ask({ message: 'Er Mazda CX-60 fortsatt ledig?' });
    await settle(app);
    const waiting = await replyOf(dealer, id);
    expect(waiting.text).toContain('459 000 kr');
    await client().patch(`/v1/vehicles/${added.body.id}`, { status: 'sold' });
    email.answer = () => ({ state: 'sent', providerId: 'mg-9' });
    app.clock.advance(20 * SECOND_MS);
    await settle(app);
    const sent = await replyOf(dealer, id);
    expect(sent).toMatchObject({ state: 'sent', message_id: waiting.message_id });
    expect(sent.text).toContain('solgt');
    expect(sent.text).not.toContain('459 000 kr');
    expect(email.toCustomers().at(-1)?.text).toContain('solgt');
  });

  it('and says when is asked again then, not before', async () => {
    email.answer = answering({ state: 'retry', reason: 'http_429', retryAfterMs: 4 * MINUTE_MS });
    const id = await ask();
    await settle(app);
    email.answer = () => ({ state: 'sent', providerId: 'mg-3' });
    app.clock.advance(4 * MINUTE_MS - 5 * SECOND_MS);
    await settle(app);
    expect((await replyOf(dealer, id)).state).toBe('pending');
    app.clock.advance(6 * SECOND_MS);
    await settle(app);
    expect((await replyOf(dealer, id)).state).toBe('sent');
  });

  it('for good is a failure in the history, and nothing follows from it', async () => {
    email.answer = answering({ state: 'failed', reason: 'mailbox does not exist' });
    const id = await ask();
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'failed', state_reason: 'mailbox does not exist' });
    expect(await leadRecord(dealer, id)).toMatchObject({ status: 'new', first_response_at: null });
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(history.body.data).toContainEqual(
      expect.objectContaining({ type: 'message_failed', reason: 'mailbox does not exist' }),
    );
    app.clock.advance(HOUR_MS);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
  });

  it('ever is given up after eight tries', async () => {
    email.answer = answering({ state: 'retry', reason: 'http_429' });
    const id = await ask();
    for (let tries = 0; tries < 10; tries += 1) {
      await settle(app);
      app.clock.advance(31 * MINUTE_MS);
    }
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'failed', attempts: 8, state_reason: 'http_429' });
    expect(email.toCustomers()).toHaveLength(8);
  });

  it('because our account is refused waits for it to be mended, and is then sent once', async () => {
    email.answer = answering({ state: 'reconnect', reason: 'http_401' });
    const id = await ask();
    for (let tries = 0; tries < 12; tries += 1) {
      await settle(app);
      app.clock.advance(31 * MINUTE_MS);
    }
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'pending', state_reason: 'http_401' });
    email.answer = answering({ state: 'sent', providerId: 'mended' });
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'sent', provider_id: 'mended' });
  });
});

describe('a message whose provider refuses our account', () => {
  it('has its day from the first refusal on, however long it was held before, and fails after it', async () => {
    await client().patch('/v1/assistant', { channels: { email: { mode: 'draft' }, website: { mode: 'draft' } } });
    const id = await ask();
    await settle(app);
    await client().patch('/v1/assistant', { channels: { email: { mode: 'send' }, website: { mode: 'send' } } });
    const draft = await replyOf(dealer, id);
    expect(draft.state).toBe('draft');
    app.clock.advance(30 * HOUR_MS);
    expect((await client().post(`/v1/leads/${id}/messages/${draft._id}/approve`, {})).status).toBe(200);
    email.answer = answering({ state: 'reconnect', reason: 'http_401' });
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'pending', refused_since: expect.any(Date) });
    app.clock.advance(23 * HOUR_MS);
    await settle(app);
    expect((await replyOf(dealer, id)).state).toBe('pending');
    email.answer = answering({ state: 'retry', reason: 'http_503' });
    app.clock.advance(6 * MINUTE_MS);
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'pending', refused_since: null });
    email.answer = answering({ state: 'reconnect', reason: 'http_401' });
    for (const hours of [1, 23]) {
      app.clock.advance(hours * HOUR_MS);
      await settle(app);
      expect((await replyOf(dealer, id)).state).toBe('pending');
    }
    app.clock.advance(2 * HOUR_MS);
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'failed', state_reason: 'http_401' });
  });
});

describe('an answer that is no longer wanted', () => {
  const withheldReason = async (id: string) => {
    const reply = await replyOf(dealer, id);
    expect(reply.state).toBe('cancelled');
    expect(email.toCustomers().filter((mail) => mail.messageId === reply.message_id)).toEqual([]);
    return reply.state_reason;
  };

  it('because a person wrote while it was composed is not sent', async () => {
    const id = await ask();
    model.meanwhile = () => client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    await settle(app);
    expect(await withheldReason(id)).toBe('A person answers this customer');
    expect(email.toCustomers().map((mail) => mail.automatic)).toEqual([false]);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(history.body.data.map((entry) => entry.type)).toContain('message_withheld');
  });

  it('because a person took over while it was composed is not sent', async () => {
    const id = await ask();
    model.meanwhile = () => client().patch(`/v1/leads/${id}`, { handled_by: 'human' });
    await settle(app);
    expect(await withheldReason(id)).toBe('A person answers this customer');
    expect(email.toCustomers()).toEqual([]);
  });

  it('is written anew when the price changed while the model thought', async () => {
    const car = { make: 'Mazda', model: 'MX-30', year: 2022, price: 229_000, status: 'available' } as const;
    const added = await client().post<Schemas['Vehicle']>('/v1/vehicles', car);
    const id = await ask({ message: 'Hva koster Mazda MX-30?' });
    model.meanwhile = () => client().patch(`/v1/vehicles/${added.body.id}`, { price: 219_000 });
    await settle(app);
    const { text, state } = await replyOf(dealer, id);
    expect(state).toBe('sent');
    expect(text).toContain('219 000 kr');
    expect(text).not.toContain('229 000 kr');
  });

  it('is written anew when the price changed while the model read what is asked', async () => {
    const car = { make: 'Mazda', model: 'CX-30', year: 2022, price: 239_000, status: 'available' } as const;
    const added = await client().post<Schemas['Vehicle']>('/v1/vehicles', car);
    model.meanwhile = () => client().patch(`/v1/vehicles/${added.body.id}`, { price: 234_000 });
    const from = 'leser@example.com';
    await postMail(app, dealer, signedMail({ from, text: 'Hei, hva koster Mazda CX-30?' }, app.clock.now()));
    await settle(app);
    const [mail] = email.toCustomers().filter(({ to }) => to.includes(from));
    expect(mail?.text).toContain('234 000 kr');
    expect(mail?.text).not.toContain('239 000 kr');
  });

  it('because the lead was deleted is not sent', async () => {
    const id = await ask();
    await client().delete(`/v1/leads/${id}`);
    await settle(app);
    expect(await withheldReason(id)).toBe('The lead was deleted');
  });

  it('because the lead was closed is not sent', async () => {
    const id = await ask();
    await client().patch(`/v1/leads/${id}`, { status: 'lost' });
    await settle(app);
    expect(await withheldReason(id)).toBe('The lead is lost');
  });

  it('because the customer wants no mail is not sent, the rep is told all the same', async () => {
    const form = enquiry();
    await runAsTenant(dealer, () => suppress(app.services, 'email', String(form.email).toUpperCase(), 'unsubscribed'));
    const id = await ask(form);
    await settle(app);
    expect(await withheldReason(id)).toBe('The customer asked for no more messages');
    expect(email.calls).toHaveLength(1);
    expect((await leadRecord(dealer, id)).assigned_to).not.toBeNull();
  });

  it('because answers are off is not written; the lead is scored, assigned and announced', async () => {
    await client().patch('/v1/dealership', { assistant: { auto_reply: false } });
    const id = await ask({ phone: '93456781', message: 'Vil kjøpe Volvo XC60 i dag, ring meg. Budsjett 400 000 kr.' });
    await settle(app);
    await client().patch('/v1/dealership', { assistant: { auto_reply: true } });
    expect(await withheldReason(id)).toBe('Automatic replies are off');
    expect((await replyOf(dealer, id)).text).toBeNull();
    const lead = await leadRecord(dealer, id);
    expect(lead.score_reasons.length).toBeGreaterThan(0);
    expect(lead.assigned_to).not.toBeNull();
    expect(email.calls.filter((mail) => mail.unsubscribeUrl === null)).toHaveLength(1);
    const shown = await client().get<Schemas['MessageList']>(`/v1/leads/${id}/messages`);
    expect(shown.body.data.map((message) => message.purpose)).toEqual(['enquiry']);
  });

  it('because there is a newer question: the newer one is answered', async () => {
    const form = enquiry();
    const id = await ask(form);
    app.clock.advance(6 * MINUTE_MS);
    await ask({ ...form, message: 'Og har den hengerfeste?' });
    await settle(app);
    const replies = (await messageRecords(dealer, id)).filter((message) => message.purpose === 'reply');
    expect(replies.map(({ state }) => state)).toEqual(['cancelled', 'sent']);
    expect(email.toCustomers()).toHaveLength(1);
  });
});

describe('two machines that answer each other', () => {
  it('stop after six messages in a day, and go on the next', async () => {
    const address = 'robot@example.com';
    const id = await ask({ email: address });
    await settle(app);
    for (let turn = 1; turn <= 9; turn += 1) {
      app.clock.advance(MINUTE_MS);
      const last = email.toCustomers().at(-1)?.messageId ?? '';
      const mail = { from: `Robot <${address}>`, text: `Takk for svar nummer ${turn}. Hva koster den?` };
      await postMail(app, dealer, signedMail({ ...mail, headers: [['In-Reply-To', last]] }, app.clock.now()));
      await settle(app);
    }
    expect(email.toCustomers()).toHaveLength(6);
    const reasons = (await messageRecords(dealer, id)).map((message) => message.state_reason);
    expect(reasons.filter((reason) => reason === 'Too many automatic messages in a day')).toHaveLength(4);
    app.clock.advance(25 * HOUR_MS);
    const mail = {
      from: address,
      text: 'Er dere der?',
      headers: [['In-Reply-To', email.toCustomers().at(-1)?.messageId ?? '']],
    };
    await postMail(app, dealer, signedMail(mail as never, app.clock.now()));
    await settle(app);
    expect(email.toCustomers()).toHaveLength(7);
  });
});

describe('who is told of a new lead', () => {
  it('is the rep, by SMS where there is a number, by e-mail where there is none', async () => {
    const id = await ask();
    await settle(app);
    const byMail = email.calls.find((mail) => mail.unsubscribeUrl === null);
    expect(byMail).toMatchObject({ to: admin.email, automatic: true });
    expect(byMail?.text).toContain(`/app/leads/${id}`);
    expect((await client().patch('/v1/auth/me', { phone: '+47 912 34 501' })).status).toBe(200);
    email.calls.length = 0;
    await ask();
    await settle(app);
    expect(sms.calls).toMatchObject([{ to: '+4791234501' }]);
    expect(email.calls.filter((mail) => mail.unsubscribeUrl === null)).toEqual([]);
    await client().patch('/v1/auth/me', { phone: null });
  });

  it('takes turns among the sales reps, and stays with who has the lead', async () => {
    const other = await app.signUp();
    const owner = { ...other, client: stillSignedIn(app, other) };
    const reps = [await app.addColleague(owner, 'sales_rep'), await app.addColleague(owner, 'sales_rep')];
    await app.addColleague(owner, 'viewer');
    const names: (string | undefined)[] = [];
    const forms = Array.from({ length: 4 }, () => enquiry());
    const ids: string[] = [];
    for (const form of forms) {
      const { body } = await postForm(app, other.dealership.id, form);
      ids.push(body.lead_id);
      app.clock.advance(SECOND_MS);
      await settle(app);
      names.push((await leadRecord(other.dealership.id, body.lead_id)).assigned_to?.name);
    }
    const [one, two] = reps.map((rep) => rep.user.name);
    expect(names.toSorted()).toEqual([one, one, two, two].toSorted());
    expect(names[0]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
    email.calls.length = 0;
    app.clock.advance(6 * MINUTE_MS);
    await postForm(app, other.dealership.id, { ...forms[0], message: 'En ting til: har den krok?' });
    await settle(app);
    const rep = reps.find(({ user }) => user.name === names[0]);
    expect(email.calls.find((mail) => mail.unsubscribeUrl === null)?.to).toBe(rep?.email);
    expect((await leadRecord(other.dealership.id, ids[0] ?? '')).assigned_to?.name).toBe(names[0]);
  });
});

describe('a test lead', () => {
  it('never reaches a provider: its messages are in the outbox', async () => {
    const key = await app.secretKey({ ...admin, client: client() }, ['leads:write'], 'test');
    const { body } = await app
      .as(key)
      .post<Schemas['Lead']>('/v1/leads', { customer: { email: 'x@example.com', phone: '93456782' }, message: 'Hei' });
    await settle(app);
    expect(email.calls).toEqual([]);
    expect(sms.calls).toEqual([]);
    expect((await outboxOf(client(), body.id)).map((message) => message.audience).sort()).toEqual([
      'customer',
      'staff',
    ]);
    await client().post(`/v1/leads/${body.id}/messages`, { channel: 'sms', text: 'Hei fra oss' });
    await settle(app);
    expect(sms.calls).toEqual([]);
  });
});
