import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import {
  decide,
  draftOf,
  enquiry,
  messageRecords,
  openEscalations,
  postForm,
  postMail,
  RecordingEmail,
  roomyEnv,
  settle,
  signedMail,
} from '../../test/work.ts';
import type { components } from '../generated/openapi.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { deliverDue } from './deliver.ts';

type Schemas = components['schemas'];

const email = new RecordingEmail();
let vehicle: string;
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email } });
beforeAll(async () => {
  await admin.client.patch('/v1/dealership', { opening_hours: [] });
  const car = { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000 };
  vehicle = (await admin.client.post<{ id: string }>('/v1/vehicles', car)).body.id;
});

const mode = (value: string) =>
  client().patch('/v1/assistant', { channels: { website: { mode: value }, email: { mode: value } } });
beforeEach(async () => {
  email.calls.length = 0;
  await mode('draft');
});

async function ask(message = 'Hva koster Volvo XC60?') {
  const form = enquiry({ message });
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
const replies = async (leadId: string) =>
  (await messageRecords(dealer, leadId)).filter(({ purpose }) => purpose === 'reply');
async function write(lead: { id: string; email: string }, text: string, replyTo: string | null) {
  const headers: [string, string][] = replyTo ? [['In-Reply-To', replyTo]] : [];
  await postMail(app, dealer, signedMail({ from: lead.email, text, headers }, app.clock.now()));
}

describe('a draft', () => {
  it('waits in the conversation and in the queue, and is not sent', async () => {
    const lead = await ask();
    await settle(app);
    expect(email.toCustomers()).toEqual([]);
    const messages = await client().get<Schemas['MessageList']>(`/v1/leads/${lead.id}/messages`);
    expect(messages.body.data.at(-1)).toMatchObject({
      state: 'draft',
      text: expect.stringContaining('489 000 kr'),
      approved_by: null,
      state_reason: 'Answers on this channel wait for a person',
    });
    expect(await openEscalations(client(), lead.id)).toMatchObject([{ reason: 'draft_waiting', state: 'open' }]);
  });

  it('goes out as it is, once, however often it is let out, and its customer is answered', async () => {
    const lead = await ask();
    const draft = await draftOf(dealer, lead.id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(client(), draft, 'approve')));
    await settle(app);
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await decide(client(), draft, 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
    expect(email.toCustomers()[0]?.text).toContain('489 000 kr');
    expect((await replies(lead.id))[0]).toMatchObject({
      state: 'sent',
      edited: false,
      approved_by: { name: admin.user.name },
    });
    expect(await openEscalations(client(), lead.id)).toEqual([]);
    expect((await client().get<Schemas['Lead']>(`/v1/leads/${lead.id}`)).body).toMatchObject({
      status: 'contacted',
      handled_by: 'assistant',
    });
  });

  it('goes out with other words, which are then a colleague’s to answer for', async () => {
    const lead = await ask();
    const draft = await draftOf(dealer, lead.id);
    await decide(client(), draft, 'approve', { text: 'Hei Kari. Den er din for 470 000 kr.' });
    await settle(app);
    expect(email.toCustomers()[0]?.text).toContain('470 000 kr');
    expect((await replies(lead.id))[0]).toMatchObject({ edited: true, disclosed: false, state: 'sent' });
  });

  it('is not let out once stock says otherwise', async () => {
    const lead = await ask();
    const draft = await draftOf(dealer, lead.id);
    await client().patch(`/v1/vehicles/${vehicle}`, { price: 499_000 });
    const answer = await decide(client(), draft, 'approve');
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: expect.stringContaining('489 000') },
    });
    await client().patch(`/v1/vehicles/${vehicle}`, { price: 489_000 });
    expect((await decide(client(), draft, 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
  });

  it('is not let out once the knowledge says otherwise, and says what no longer holds', async () => {
    const faq = { kind: 'faq', title: 'Hvor lenge gjelder garantien?', text: 'Garantien gjelder i 12 måneder.' };
    const { body: entry } = await client().post<Schemas['KnowledgeEntry']>('/v1/knowledge/entries', faq);
    const lead = await ask('Hvor lenge gjelder garantien på Volvo XC60?');
    const draft = await draftOf(dealer, lead.id);
    expect(draft.text).toContain('12 måneder');
    await client().patch(`/v1/knowledge/entries/${entry.id}`, { text: 'Garantien gjelder i 6 måneder.' });
    const answer = await decide(client(), draft, 'approve');
    expect(answer.status).toBe(409);
    expect(answer.body.errors?.map(({ detail }) => detail).join()).toContain('12 måneder');
    await client().patch(`/v1/knowledge/entries/${entry.id}`, { text: faq.text });
    expect((await decide(client(), draft, 'approve')).status).toBe(200);
    await settle(app);
    await client().delete(`/v1/knowledge/entries/${entry.id}`);
  });

  it('is thrown away once, and cannot be sent after that', async () => {
    const lead = await ask();
    const draft = await draftOf(dealer, lead.id);
    expect((await decide(client(), draft, 'discard')).body.state).toBe('cancelled');
    expect((await decide(client(), draft, 'discard')).status).toBe(200);
    expect((await decide(client(), draft, 'approve')).status).toBe(409);
    await settle(app);
    expect(email.toCustomers()).toEqual([]);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${lead.id}/history`);
    expect(history.body.data.filter(({ type }) => type === 'draft_discarded')).toHaveLength(1);
  });

  it('is overtaken by a newer question, and by what a person writes', async () => {
    const lead = await ask();
    const old = await draftOf(dealer, lead.id);
    app.clock.advance(6 * MINUTE_MS);
    await postForm(app, dealer, enquiry({ email: lead.email, message: 'Og når har dere åpent?' }));
    await settle(app);
    const now = await replies(lead.id);
    expect(now.map(({ state }) => state)).toEqual(['cancelled', 'draft']);
    expect((await decide(client(), old, 'approve')).status).toBe(409);
    await client().post(`/v1/leads/${lead.id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    await settle(app);
    expect((await replies(lead.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(email.toCustomers()).toHaveLength(1);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
  });

  it('of another conversation, or a message of a person, is not found', async () => {
    const [one, other] = [await ask(), await ask()];
    const draft = await draftOf(dealer, one.id);
    expect((await decide(client(), { ...draft, lead_id: other.id }, 'approve')).status).toBe(404);
    const question = (await messageRecords(dealer, one.id)).find(({ direction }) => direction === 'inbound');
    expect((await decide(client(), { lead_id: one.id, _id: question?._id ?? '' }, 'discard')).status).toBe(404);
  });
});

describe('several messages within seconds', () => {
  it('get one answer, to all of them', async () => {
    await mode('send');
    const lead = await ask('Er Volvo XC60 ledig?');
    const first = (await replies(lead.id))[0]?.message_id ?? null;
    email.calls.length = 0;
    await write(lead, 'Hva koster den?', first);
    app.clock.advance(3 * SECOND_MS);
    await write(lead, 'Når har dere åpent?', first);
    app.clock.advance(3 * SECOND_MS);
    await write(lead, 'Og hvor holder dere til?', first);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
    expect(email.toCustomers()[0]?.text).toContain('489 000 kr');
    expect((await replies(lead.id)).map(({ state }) => state)).toEqual(['sent', 'cancelled', 'cancelled', 'sent']);
  });

  it('do not put the answer off for ever', async () => {
    await mode('send');
    const lead = await ask('Er Volvo XC60 ledig?');
    const first = (await replies(lead.id))[0]?.message_id ?? null;
    email.calls.length = 0;
    for (let n = 0; n < 12 && email.toCustomers().length === 0; n += 1) {
      await write(lead, `Spørsmål ${n}: hva koster den?`, first);
      await deliverDue(app.services, 4);
      app.clock.advance(5 * SECOND_MS);
    }
    expect(email.toCustomers()).toHaveLength(1);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
  });

  it('get one answer from a worker that was away', async () => {
    await mode('send');
    const lead = await ask('Er Volvo XC60 ledig?');
    const first = (await replies(lead.id))[0]?.message_id ?? null;
    email.calls.length = 0;
    await write(lead, 'Hva koster den?', first);
    app.clock.advance(48 * SECOND_MS);
    await write(lead, 'Når har dere åpent?', first);
    app.clock.advance(2 * SECOND_MS);
    await deliverDue(app.services, 4);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
    expect(email.toCustomers()[0]?.text).toContain('489 000 kr');
  });

  it('get one answer when the dealership opens', async () => {
    await mode('send');
    const lead = await ask('Er Volvo XC60 ledig?');
    const first = (await replies(lead.id))[0]?.message_id ?? null;
    email.calls.length = 0;
    const opens = new Date(app.clock.now().getTime() + 2 * HOUR_MS);
    opens.setUTCMinutes(0, 0, 0);
    const day = opens.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
    const time = opens.toISOString().slice(11, 16);
    const hours = [{ day, opens: time, closes: time.replace(':00', ':50') }];
    await client().patch('/v1/dealership', { time_zone: 'UTC', opening_hours: hours });
    await client().patch('/v1/assistant', { outside_hours: 'hold' });
    await write(lead, 'Hva koster den?', first);
    app.clock.advance(7 * SECOND_MS);
    await deliverDue(app.services, 4);
    app.clock.advance(opens.getTime() - app.clock.now().getTime() - 3 * SECOND_MS);
    await write(lead, 'Og når har dere åpent?', first);
    app.clock.advance(3 * SECOND_MS);
    await deliverDue(app.services, 4);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
    expect(email.toCustomers()[0]?.text).toContain('489 000 kr');
    await client().patch('/v1/dealership', { opening_hours: [] });
    await client().patch('/v1/assistant', { outside_hours: 'answer' });
  });

  it('call a colleague once, with all that was written', async () => {
    await mode('send');
    const lead = await ask('Er Volvo XC60 ledig?');
    const first = (await replies(lead.id))[0]?.message_id ?? null;
    await write(lead, 'Jeg vil klage på dere.', first);
    app.clock.advance(3 * SECOND_MS);
    await write(lead, 'Hallo?', first);
    await settle(app);
    expect(await openEscalations(client(), lead.id)).toMatchObject([
      { reason: 'complaint', excerpt: expect.stringMatching(/klage på dere.*Hallo/) },
    ]);
  });

  it('are answered at once where the dealership does not want to wait', async () => {
    await mode('send');
    await client().patch('/v1/assistant', { burst_wait_seconds: 0 });
    const lead = await ask('Er Volvo XC60 ledig?');
    const sent = (await replies(lead.id))[0]?.message_id ?? null;
    await write(lead, 'Hva koster den?', sent);
    const before = app.clock.now();
    await settle(app);
    expect(app.clock.now().getTime() - before.getTime()).toBeLessThan(4 * SECOND_MS);
    expect((await replies(lead.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    await client().patch('/v1/assistant', { burst_wait_seconds: 6 });
  });
});
