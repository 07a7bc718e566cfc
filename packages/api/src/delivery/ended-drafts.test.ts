import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diesAt, diesWriting, type Write, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import {
  decide,
  draftOf,
  enquiry,
  goToFollowUp,
  leadRecord,
  messageRecords,
  openEscalations,
  postForm,
  RecordingEmail,
  roomyEnv,
  settle,
  stillSignedIn,
} from '../../test/work.ts';
import { SlowModel } from '../answering/testing/slow-model.ts';
import { giveUpSilentLeads } from '../automation/run-follow-ups.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, MINUTE_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { reconcileMessages } from './reconcile.ts';
import { suppress } from './suppression.ts';

type Schemas = components['schemas'];

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
const historyOf = async (leadId: string) =>
  (await client().get<Schemas['HistoryList']>(`/v1/leads/${leadId}/history?limit=100`)).body.data;
const steps = (leadId: string) =>
  runAsTenant(dealer, () => FollowUp.find({ lead_id: leadId }).sort({ step: 1 }).lean());

/** A lead that was answered, with the draft of its first follow-up. */
async function followUpDraft() {
  await mode('send');
  const lead = await ask();
  await mode('draft');
  await goToFollowUp(app, lead.id, 1);
  await settle(app);
  return { ...lead, draft: await draftOf(dealer, lead.id) };
}

describe('a draft that the assistant overtakes itself', () => {
  it('is called off by an answer that goes out at once', async () => {
    const lead = await ask();
    const night = await draftOf(dealer, lead.id);
    await mode('send');
    app.clock.advance(6 * MINUTE_MS);
    await ask({ email: lead.email, message: 'Hallo?' });
    expect((await written(lead.id, 'reply')).map(({ state }) => state)).toEqual(['cancelled', 'sent']);
    expect(email.toCustomers()).toHaveLength(1);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
    // As a crash right after the answer leaves it.
    await runAsTenant(dealer, () => Message.updateOne({ _id: night._id }, { state: 'draft' }));
    expect(await decide(client(), night, 'approve')).toMatchObject({
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
    expect(await openEscalations(client(), id)).toEqual([]);
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
    expect((await decide(client(), lead.draft, 'approve')).status).toBe(409);
    expect(
      (await openEscalations(client(), lead.id)).filter(({ message_id }) => message_id === lead.draft._id),
    ).toEqual([]);
    expect(await leadRecord(dealer, lead.id)).toMatchObject({ give_up_at: null });
  });

  it('gives way to the next step, and a lead whose last is thrown away is given up', async () => {
    const lead = await followUpDraft();
    await goToFollowUp(app, lead.id, 2);
    await settle(app);
    expect((await written(lead.id, 'follow_up')).map(({ state, state_reason }) => [state, state_reason])).toEqual([
      ['cancelled', 'The next follow-up goes out instead'],
      ['draft', expect.any(String)],
    ]);
    const last = await draftOf(dealer, lead.id);
    expect((await decide(client(), last, 'discard')).status).toBe(200);
    expect((await steps(lead.id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
    app.clock.advance(3 * DAY_MS + MINUTE_MS);
    await giveUpSilentLeads(app.services);
    expect((await leadRecord(dealer, lead.id)).status).toBe('lost');
  });
});

/** A process that dies once the entry of a draft is in the queue, before the draft is stored. */
function diesKeepingDraft(): (write: Write) => 'done' | 'lost' {
  let told = 0;
  let dead = false;
  return ({ collection }) => {
    if (collection === 'escalations') told += 1;
    dead ||= told === 2 && collection === 'messages';
    return dead ? 'lost' : 'done';
  };
}

/** Lets something happen right before the first change of a message. */
function beforeMessageChanges(happens: () => Promise<unknown>): (write: Write) => Promise<'done'> {
  let waiting = true;
  return async ({ collection, method }) => {
    if (!waiting || collection !== 'messages' || method !== 'findOneAndUpdate') return 'done';
    waiting = false;
    await happens();
    return 'done';
  };
}

it('a draft that is let out while a colleague throws it away goes out, and is not told to be thrown away', async () => {
  const lead = await followUpDraft();
  const colleague = await app.addColleague({ ...admin, client: client() }, 'manager');
  let thrown = 0;
  await withFaults(
    beforeMessageChanges(() => decide(client(), lead.draft, 'approve')),
    async () => {
      thrown = (await decide(stillSignedIn(app, colleague), lead.draft, 'discard')).status;
    },
  );
  expect(thrown).toBe(409);
  await settle(app);
  expect((await written(lead.id, 'follow_up')).map(({ state }) => state)).toEqual(['sent']);
  expect((await steps(lead.id))[0]).toMatchObject({ state: 'sent', state_reason: null });
  const path = `/v1/escalations?lead_id=${lead.id}&state=resolved`;
  const { body } = await client().get<Schemas['EscalationList']>(path);
  expect(body.data).toMatchObject([{ reason: 'draft_waiting', resolution: { by: admin.user.name } }]);
});

describe('a crash at any write', () => {
  it.each(['approve', 'discard'] as const)('of %s is made up for by the next click', async (what) => {
    for (let n = 1; ; n += 1) {
      const lead = await ask();
      const draft = await draftOf(dealer, lead.id);
      const { writes } = await withFaults(diesAt(n), () => decide(client(), draft, what));
      expect((await decide(client(), draft, what)).status).toBe(200);
      expect(await openEscalations(client(), lead.id)).toEqual([]);
      const entry = what === 'approve' ? 'draft_approved' : 'draft_discarded';
      expect((await historyOf(lead.id)).filter(({ type }) => type === entry)).toHaveLength(1);
      if (writes.length < n) break;
    }
  });

  it('that leaves the entry in the queue without its draft leaves none where a colleague answers', async () => {
    const { body } = await postForm(app, dealer, enquiry({ message: 'Hva koster Volvo XC60?' }));
    await app.services.background.idle();
    const id = body.lead_id;
    await withFaults(diesKeepingDraft(), () => settle(app));
    expect(await openEscalations(client(), id)).toMatchObject([{ reason: 'draft_waiting' }]);
    expect((await written(id, 'reply')).map(({ state }) => state)).toEqual(['sending']);
    await client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    app.clock.advance(2 * MINUTE_MS);
    await reconcileMessages(app.services);
    await settle(app);
    expect((await written(id, 'reply')).map(({ state }) => state)).toEqual(['cancelled']);
    expect(await openEscalations(client(), id)).toEqual([]);
  });

  it('of what follows an approval is made up for when the draft is sent', async () => {
    const lead = await ask();
    await withFaults(diesWriting('lead_history'), async () =>
      decide(client(), await draftOf(dealer, lead.id), 'approve'),
    );
    expect(await openEscalations(client(), lead.id)).toHaveLength(1);
    await settle(app);
    expect((await written(lead.id, 'reply')).map(({ state }) => state)).toEqual(['sent']);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
    expect((await historyOf(lead.id)).filter(({ type }) => type === 'draft_approved')).toHaveLength(1);
  });

  it('of the answer that ends a draft is made up for with the answer', async () => {
    const lead = await ask();
    await mode('send');
    app.clock.advance(6 * MINUTE_MS);
    await postForm(app, dealer, enquiry({ email: lead.email, message: 'Hallo?' }));
    await app.services.background.idle();
    await withFaults(diesWriting('escalations'), () => settle(app));
    expect((await written(lead.id, 'reply')).map(({ state }) => state)).toEqual(['cancelled', 'sending']);
    email.found = 'found';
    for (const minutes of [2, 2]) {
      app.clock.advance(minutes * MINUTE_MS);
      await reconcileMessages(app.services);
    }
    email.found = 'not_found';
    expect((await written(lead.id, 'reply')).map(({ state }) => state)).toEqual(['cancelled', 'sent']);
    expect(await openEscalations(client(), lead.id)).toEqual([]);
  });
});

describe('a draft for one of a household', () => {
  it('waits on when another is answered, and can be let out', async () => {
    const phone = '+4790000333';
    const first = await ask({ phone });
    await mode('send');
    app.clock.advance(6 * MINUTE_MS);
    const second = await ask({ phone, message: 'Har dere andre Volvo XC60?' });
    expect(second.id).toBe(first.id);
    expect((await written(first.id, 'reply')).map(({ state }) => state)).toEqual(['draft', 'sent']);
    expect(await openEscalations(client(), first.id)).toMatchObject([{ reason: 'draft_waiting' }]);
    expect((await decide(client(), await draftOf(dealer, first.id), 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers().map(({ to }) => to)).toEqual([
      expect.stringContaining(second.email),
      expect.stringContaining(first.email),
    ]);
  });

  it('goes to them, as long as they want it', async () => {
    const phone = '+4790000111';
    const first = await ask({ phone });
    app.clock.advance(6 * MINUTE_MS);
    const second = await ask({ phone, message: 'Har dere andre Volvo XC60?' });
    expect(second.id).toBe(first.id);
    const draft = await draftOf(dealer, first.id);
    expect(draft.recipient).toBe(second.email);
    await runAsTenant(dealer, () => suppress(app.services, 'email', second.email, 'unsubscribed'));
    expect(await decide(client(), draft, 'approve')).toMatchObject({ status: 422, body: { code: 'suppressed' } });
  });

  it('is not held back because another wants no mail', async () => {
    const phone = '+4790000222';
    const first = await ask({ phone });
    app.clock.advance(6 * MINUTE_MS);
    const second = await ask({ phone, message: 'Har dere andre Volvo XC60?' });
    await runAsTenant(dealer, () => suppress(app.services, 'email', first.email, 'unsubscribed'));
    expect((await decide(client(), await draftOf(dealer, first.id), 'approve')).status).toBe(200);
    await settle(app);
    expect(email.toCustomers().map(({ to }) => to)).toEqual([expect.stringContaining(second.email)]);
  });
});
