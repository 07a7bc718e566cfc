import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diesAt, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import { enquiry, leadRecord, messageRecords, postForm, RecordingEmail, roomyEnv, settle } from '../../test/work.ts';
import { SlowModel } from '../answering/testing/slow-model.ts';
import { giveUpSilentLeads, runDueFollowUps } from '../automation/run-follow-ups.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { reconcileMessages } from './reconcile.ts';
import { suppress } from './suppression.ts';

type Schemas = components['schemas'];
type Problem = Schemas['Problem'];

const email = new RecordingEmail();
const model = new SlowModel();
const { app, admin, dealer, client } = await startDealership({ env: roomyEnv, services: { email, model } });
beforeAll(async () => {
  await admin.client.post('/v1/vehicles', { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000 });
});
beforeEach(async () => {
  email.calls.length = 0;
  await mode('draft');
});

const mode = (value: string) => client().patch('/v1/assistant', { channels: { website: { mode: value } } });

async function ask(fields: Record<string, unknown> = {}) {
  const form = enquiry({ message: 'Hva koster Volvo XC60?', ...fields });
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
const written = async (leadId: string, purpose: MessageRecord['purpose']) =>
  (await messageRecords(dealer, leadId)).filter((message) => message.purpose === purpose);
async function draftOf(leadId: string): Promise<MessageRecord> {
  const draft = (await messageRecords(dealer, leadId)).findLast(({ state }) => state === 'draft');
  if (!draft) throw new Error('there is no draft');
  return draft;
}
const act = (leadId: string, messageId: string, what: 'approve' | 'discard', body: unknown = {}) =>
  client().post<Schemas['Message'] & Problem>(`/v1/leads/${leadId}/messages/${messageId}/${what}`, body);
const open = async (leadId: string) =>
  (await client().get<Schemas['EscalationList']>(`/v1/escalations?lead_id=${leadId}`)).body.data;
const historyOf = async (leadId: string) =>
  (await client().get<Schemas['HistoryList']>(`/v1/leads/${leadId}/history?limit=100`)).body.data;
const steps = (leadId: string) =>
  runAsTenant(dealer, () => FollowUp.find({ lead_id: leadId }).sort({ step: 1 }).lean());

/** A lead that was answered, with the draft of its first follow-up. */
async function followUpDraft() {
  await mode('send');
  const lead = await ask();
  await mode('draft');
  await goToStep(lead.id, 0);
  return { ...lead, draft: await draftOf(lead.id) };
}
async function goToStep(leadId: string, index: number): Promise<void> {
  const due = (await steps(leadId))[index]?.due_at;
  if (!due) throw new Error('there is no such step');
  app.clock.advance(due.getTime() - app.clock.now().getTime() + SECOND_MS);
  await runDueFollowUps(app.services);
  await settle(app);
}

describe('a draft that the assistant overtakes itself', () => {
  it('is called off by an answer that goes out at once', async () => {
    const lead = await ask();
    const night = await draftOf(lead.id);
    await mode('send');
    app.clock.advance(6 * MINUTE_MS);
    await ask({ email: lead.email, message: 'Hallo?' });
    expect((await written(lead.id, 'reply')).map(({ state }) => state)).toEqual(['cancelled', 'sent']);
    expect(email.toCustomers()).toHaveLength(1);
    expect(await open(lead.id)).toEqual([]);
    // As a crash right after the answer leaves it.
    await runAsTenant(dealer, () => Message.updateOne({ _id: night._id }, { state: 'draft' }));
    expect(await act(lead.id, night._id, 'approve')).toMatchObject({
      status: 409,
      body: { detail: 'The customer has been written to since.' },
    });
    await settle(app);
    expect(email.toCustomers()).toHaveLength(1);
  });

  it('is not kept where a colleague wrote while it was written', async () => {
    const { body } = await postForm(app, dealer, enquiry({ message: 'Hva koster Volvo XC60?' }));
    await app.services.background.idle();
    const id = body.lead_id;
    model.meanwhile = () => client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    await settle(app);
    expect((await written(id, 'reply')).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await open(id)).toEqual([]);
  });
});

describe('the draft of a follow-up', () => {
  it.each([
    [
      'the customer answers',
      (lead: { email: string }) => ask({ email: lead.email, message: 'Ja, når har dere åpent?' }),
    ],
    ['the lead is won', (lead: { id: string }) => client().patch(`/v1/leads/${lead.id}`, { status: 'won' })],
    ['the rest is called off', (lead: { id: string }) => client().post(`/v1/leads/${lead.id}/follow-ups/cancel`, {})],
  ])('ends when %s', async (_when, happens) => {
    const lead = await followUpDraft();
    await happens(lead);
    expect((await written(lead.id, 'follow_up')).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await act(lead.id, lead.draft._id, 'approve')).status).toBe(409);
    expect((await open(lead.id)).filter(({ message_id }) => message_id === lead.draft._id)).toEqual([]);
    expect(await leadRecord(dealer, lead.id)).toMatchObject({ give_up_at: null });
  });

  it('gives way to the next step, and a lead whose last is thrown away is given up', async () => {
    const lead = await followUpDraft();
    await goToStep(lead.id, 1);
    expect((await written(lead.id, 'follow_up')).map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ['cancelled', 'The next follow-up goes out instead'],
      ['draft', expect.any(String)],
    ]);
    const last = await draftOf(lead.id);
    expect((await act(lead.id, last._id, 'discard')).status).toBe(200);
    expect((await steps(lead.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await open(lead.id)).toEqual([]);
    app.clock.advance(3 * DAY_MS + MINUTE_MS);
    await giveUpSilentLeads(app.services);
    expect((await leadRecord(dealer, lead.id)).status).toBe('lost');
  });
});

describe('a crash at any write', () => {
  it.each(['approve', 'discard'] as const)('of %s is made up for by the next click', async (what) => {
    for (let n = 1; ; n += 1) {
      const lead = await ask();
      const draft = await draftOf(lead.id);
      const { writes } = await withFaults(diesAt(n), () => act(lead.id, draft._id, what));
      expect((await act(lead.id, draft._id, what)).status).toBe(200);
      expect(await open(lead.id)).toEqual([]);
      const entry = what === 'approve' ? 'draft_approved' : 'draft_discarded';
      expect((await historyOf(lead.id)).filter(({ type }) => type === entry)).toHaveLength(1);
      if (writes.length < n) break;
    }
  });

  it('that leaves the entry in the queue without its draft leaves none where a colleague answers', async () => {
    const dies = { at: 0 };
    for (const round of ['count', 'die']) {
      const { body } = await postForm(app, dealer, enquiry({ message: 'Hva koster Volvo XC60?' }));
      await app.services.background.idle();
      const { writes } = await withFaults(diesAt(round === 'die' ? dies.at : Number.POSITIVE_INFINITY), () =>
        settle(app),
      );
      dies.at = writes.findIndex(({ collection }) => collection === 'escalations') + 6;
      if (round === 'count') continue;
      const id = body.lead_id;
      expect(await open(id)).toMatchObject([{ reason: 'draft_waiting' }]);
      expect((await written(id, 'reply')).map(({ state }) => state)).toEqual(['sending']);
      await client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
      app.clock.advance(2 * MINUTE_MS);
      await reconcileMessages(app.services);
      await settle(app);
      expect((await written(id, 'reply')).map(({ state }) => state)).toEqual(['cancelled']);
      expect(await open(id)).toEqual([]);
    }
  });
});

describe('a draft for one of a household', () => {
  it('goes to them, as long as they want it', async () => {
    const phone = '+4790000111';
    const first = await ask({ phone });
    app.clock.advance(6 * MINUTE_MS);
    const second = await ask({ phone, message: 'Har dere andre Volvo XC60?' });
    expect(second.id).toBe(first.id);
    const draft = await draftOf(first.id);
    expect(draft.recipient).toBe(second.email);
    await runAsTenant(dealer, () => suppress(app.services, 'email', second.email, 'unsubscribed'));
    expect(await act(first.id, draft._id, 'approve')).toMatchObject({ status: 422, body: { code: 'suppressed' } });
  });

  it('is not held back because another wants no mail', async () => {
    const phone = '+4790000222';
    const first = await ask({ phone });
    app.clock.advance(6 * MINUTE_MS);
    const second = await ask({ phone, message: 'Har dere andre Volvo XC60?' });
    await runAsTenant(dealer, () => suppress(app.services, 'email', first.email, 'unsubscribed'));
    expect((await act(first.id, (await draftOf(first.id))._id, 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers().map(({ to }) => to)).toEqual([expect.stringContaining(second.email)]);
  });
});
