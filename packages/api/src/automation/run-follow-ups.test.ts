import { describe, expect, it } from 'vitest';
import { diesAt, diesWriting, losesOne, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import {
  enquiry,
  goToFollowUp,
  leadRecord,
  messageRecords,
  outboxOf,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
} from '../../test/work.ts';
import { reconcileMessages } from '../delivery/reconcile.ts';
import { suppress } from '../delivery/suppression.ts';
import { FollowUp, type FollowUpRecord } from '../features/follow-ups/model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { politeTime } from './follow-up-times.ts';
import { giveUpSilentLeads, runDueFollowUps } from './run-follow-ups.ts';

type Schemas = components['schemas'];

const { app, admin, dealer, client } = await startDealership({ env: roomyEnv });

const followUpsOf = (leadId: string) =>
  runAsTenant(dealer, () => FollowUp.find({ lead_id: leadId }).sort({ step: 1 }).lean<FollowUpRecord[]>());
const statesOf = async (leadId: string) => (await followUpsOf(leadId)).map((followUp) => followUp.state);
const sentFollowUps = async (leadId: string) =>
  (await messageRecords(dealer, leadId)).filter(({ purpose, state }) => purpose === 'follow_up' && state === 'sent');

/** Sets the clock on to a time. */
function goTo(time: Date | undefined): void {
  if (!time) throw new Error('there is no such time');
  app.clock.advance(Math.max(0, time.getTime() - app.clock.now().getTime()) + 1000);
}
/** A lead that was answered, and what it wrote. */
async function answered(): Promise<{ id: string; email: string }> {
  const form = enquiry();
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
async function run(): Promise<void> {
  await runDueFollowUps(app.services);
  await settle(app);
}
async function answer(leadId: string, email: string, text: string): Promise<void> {
  const reply = (await messageRecords(dealer, leadId)).find((message) => message.purpose === 'reply');
  const headers: [string, string][] = [['In-Reply-To', reply?.message_id ?? '']];
  await postMail(app, dealer, signedMail({ from: email, text, headers }, app.clock.now()));
}

describe('a customer who stays silent', () => {
  it('is written to on day 3 and day 7, then given up after three more days, with the reason', async () => {
    const { id } = await answered();
    const repliedAt = (await leadRecord(dealer, id)).first_response_at ?? new Date(0);
    const [first, second] = await followUpsOf(id);
    expect(first?.due_at).toEqual(politeTime(new Date(repliedAt.getTime() + 3 * DAY_MS), 'Europe/Oslo'));
    expect(second?.due_at).toEqual(politeTime(new Date(repliedAt.getTime() + 7 * DAY_MS), 'Europe/Oslo'));
    await run();
    expect(await sentFollowUps(id)).toHaveLength(0);

    goTo(first?.due_at);
    await run();
    expect(await statesOf(id)).toEqual(['sent', 'scheduled']);
    goTo(second?.due_at);
    await run();
    const sent = await sentFollowUps(id);
    expect(sent.map((message) => message.step)).toEqual([1, 2]);
    expect(sent[0]?.text).not.toBe(sent[1]?.text);
    expect((await followUpsOf(id)).map((followUp) => followUp.message_id)).toEqual(sent.map((message) => message._id));

    app.clock.advance(3 * DAY_MS - HOUR_MS);
    await giveUpSilentLeads(app.services);
    expect((await leadRecord(dealer, id)).status).toBe('contacted');
    app.clock.advance(2 * HOUR_MS);
    await Promise.all([giveUpSilentLeads(app.services), giveUpSilentLeads(app.services)]);
    expect(await leadRecord(dealer, id)).toMatchObject({ status: 'lost', status_reason: 'no response' });
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    const lost = history.body.data.filter((entry) => entry.to === 'lost');
    expect(lost).toMatchObject([{ from: 'contacted', reason: 'no response', actor: { type: 'system' } }]);
    expect(history.body.data.filter((entry) => entry.type === 'follow_up_sent')).toHaveLength(2);
  });

  it('and answers after all is contacted again', async () => {
    const { id, email } = await answered();
    for (const followUp of await followUpsOf(id)) {
      goTo(followUp.due_at);
      await run();
    }
    app.clock.advance(3 * DAY_MS + HOUR_MS);
    await giveUpSilentLeads(app.services);
    expect((await leadRecord(dealer, id)).status).toBe('lost');
    await answer(id, email, 'Beklager, jeg var på reise. Er den ledig?');
    expect(await leadRecord(dealer, id)).toMatchObject({ status: 'contacted', give_up_at: null });
    app.clock.advance(30 * DAY_MS);
    await giveUpSilentLeads(app.services);
    expect((await leadRecord(dealer, id)).status).toBe('contacted');
  });

  it('is written to once by two workers, and by one that died half-way', async () => {
    const { id } = await answered();
    const [first, second] = await followUpsOf(id);
    goTo(first?.due_at);
    await Promise.all([runDueFollowUps(app.services), runDueFollowUps(app.services)]);
    await settle(app);
    expect(await sentFollowUps(id)).toHaveLength(1);
    goTo(second?.due_at);
    await withFaults(diesAt(2), () => runDueFollowUps(app.services));
    await settle(app);
    await run();
    const sent = await sentFollowUps(id);
    expect(sent).toHaveLength(2);
    expect((await followUpsOf(id))[1]).toMatchObject({ state: 'sent', message_id: sent[1]?._id });
  });

  it('is not written to at night because nobody was there by day', async () => {
    const { id } = await answered();
    const [first] = await followUpsOf(id);
    const night = new Date(first?.due_at ?? 0);
    night.setUTCHours(23, 30);
    goTo(night);
    await run();
    expect(await sentFollowUps(id)).toHaveLength(0);
    const [moved] = await followUpsOf(id);
    expect(moved?.state).toBe('scheduled');
    expect(moved?.due_at).toEqual(politeTime(app.clock.now(), 'Europe/Oslo'));
    goTo(moved?.due_at);
    await run();
    expect(await sentFollowUps(id)).toHaveLength(1);
  });
});

describe('follow-ups are called off', () => {
  it('by any answer', async () => {
    const { id, email } = await answered();
    await answer(id, email, 'Takk, jeg tenker på det.');
    const followUps = await followUpsOf(id);
    expect(followUps.map(({ state, state_reason }) => `${state}: ${state_reason}`)).toEqual(
      Array(2).fill('cancelled: The customer answered'),
    );
    app.clock.advance(8 * DAY_MS);
    await run();
    expect(await sentFollowUps(id)).toHaveLength(0);
  });

  it('by a message of a person', async () => {
    const { id } = await answered();
    await client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Hei, Anne her.' });
    expect(await statesOf(id)).toEqual(['cancelled', 'cancelled']);
  });

  it.each(['qualified', 'appointment', 'won', 'lost'] as const)('by the status %s', async (status) => {
    const { id } = await answered();
    await client().patch(`/v1/leads/${id}`, { status });
    expect(await statesOf(id)).toEqual(['cancelled', 'cancelled']);
  });

  it('by a takeover and by deleting the lead', async () => {
    const [one, two] = [await answered(), await answered()];
    await client().patch(`/v1/leads/${one.id}`, { handled_by: 'human' });
    await client().delete(`/v1/leads/${two.id}`);
    expect(await statesOf(one.id)).toEqual(['cancelled', 'cancelled']);
    expect(await statesOf(two.id)).toEqual(['cancelled', 'cancelled']);
  });

  it('by the link in the mail', async () => {
    const { id } = await answered();
    const [mail] = (await outboxOf(client(), id)).filter((item) => item.audience === 'customer');
    const link = /\/unsubscribe\/[\w-]+/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[0] ?? '';
    expect((await app.as(null).post(link)).status).toBe(200);
    expect(await statesOf(id)).toEqual(['cancelled', 'cancelled']);
  });

  it('by hand, which says who it was, and again changes nothing', async () => {
    const { id } = await answered();
    const cancel = () => client().post<Schemas['FollowUpList']>(`/v1/leads/${id}/follow-ups/cancel`);
    const first = await cancel();
    expect(first.body.data.map(({ state, state_reason }) => [state, state_reason])).toEqual(
      Array(2).fill(['cancelled', `Cancelled by ${admin.user.name}`]),
    );
    expect((await cancel()).body).toEqual(first.body);
    const history = await client().get<Schemas['HistoryList']>(`/v1/leads/${id}/history`);
    expect(history.body.data.filter((entry) => entry.type === 'follow_ups_cancelled')).toHaveLength(1);
  });

  it('even when the message is queued already, whoever was faster', async () => {
    const { id } = await answered();
    goTo((await followUpsOf(id))[0]?.due_at);
    await runDueFollowUps(app.services);
    // The step is called off, but whoever did it died before the message was.
    await runAsTenant(dealer, () =>
      FollowUp.updateMany({ lead_id: id }, { state: 'cancelled', state_reason: 'By hand' }),
    );
    await settle(app);
    const queued = (await messageRecords(dealer, id)).find((message) => message.purpose === 'follow_up');
    expect(queued).toMatchObject({ state: 'cancelled', state_reason: 'By hand' });
  });

  it('at the last moment, when the address has asked for silence since', async () => {
    const { id, email } = await answered();
    await runAsTenant(dealer, () => suppress(app.services, 'email', email, 'complained'));
    goTo((await followUpsOf(id))[0]?.due_at);
    await run();
    expect(await sentFollowUps(id)).toHaveLength(0);
    expect((await followUpsOf(id))[0]).toMatchObject({
      state: 'cancelled',
      state_reason: 'The customer asked for no more messages',
    });
  });
});

describe('a lead that waits to be given up', () => {
  async function silentLead(): Promise<{ id: string; email: string }> {
    await client().patch('/v1/dealership', { assistant: { follow_up_days: [1] } });
    const lead = await answered();
    await client().patch('/v1/dealership', { assistant: { follow_up_days: [3, 7] } });
    goTo((await followUpsOf(lead.id))[0]?.due_at);
    await run();
    expect((await leadRecord(dealer, lead.id)).give_up_at).not.toBeNull();
    return lead;
  }
  async function daysLater(): Promise<void> {
    app.clock.advance(4 * DAY_MS);
    await giveUpSilentLeads(app.services);
  }

  it('is kept when the customer fills in the form again', async () => {
    const { id, email } = await silentLead();
    app.clock.advance(MINUTE_MS);
    await postForm(app, dealer, enquiry({ email, message: 'Jeg er fortsatt interessert.' }));
    await settle(app);
    await daysLater();
    expect((await leadRecord(dealer, id)).status).toBe('contacted');
  });

  it('is kept when a person writes to the customer', async () => {
    const { id } = await silentLead();
    await client().post(`/v1/leads/${id}/messages`, { channel: 'email', text: 'Skal vi ta en prat?' });
    await settle(app);
    await daysLater();
    expect((await leadRecord(dealer, id)).status).toBe('contacted');
  });
});

describe('the last follow-up that does not go out', () => {
  /** A lead with one follow-up, which is queued. */
  async function queued(): Promise<{ id: string; email: string }> {
    await client().patch('/v1/dealership', { assistant: { follow_up_days: [1] } });
    const lead = await answered();
    await client().patch('/v1/dealership', { assistant: { follow_up_days: [3, 7] } });
    await goToFollowUp(app, lead.id, 1);
    return lead;
  }

  it('because the address wants no more is the end of the lead after a crash as well', async () => {
    const { id, email } = await queued();
    await runAsTenant(dealer, () => suppress(app.services, 'email', email, 'complained'));
    await withFaults(diesWriting('follow_ups'), () => settle(app));
    app.clock.advance(2 * MINUTE_MS);
    await reconcileMessages(app.services);
    await settle(app);
    expect(await statesOf(id)).toEqual(['cancelled']);
    app.clock.advance(3 * DAY_MS + HOUR_MS);
    await giveUpSilentLeads(app.services);
    expect(await leadRecord(dealer, id)).toMatchObject({ status: 'lost', status_reason: 'no response' });
  });

  it('because the customer answers just then is not the end of the lead', async () => {
    const { id, email } = await queued();
    // The answer is in the conversation; what it calls off is still to come.
    await withFaults(losesOne('follow_ups'), () => answer(id, email, 'Takk, jeg tenker på det.'));
    await settle(app);
    expect((await statesOf(id))[0]).toBe('cancelled');
    expect((await leadRecord(dealer, id)).give_up_at).toBeNull();
  });
});

describe('one follow-up that cannot be queued', () => {
  it('holds up no other', async () => {
    await runAsTenant(dealer, () => FollowUp.updateMany({ state: 'scheduled' }, { state: 'cancelled' }));
    const leads = [await answered(), await answered()];
    goTo((await followUpsOf(leads[1]?.id ?? ''))[0]?.due_at);
    await withFaults(losesOne('messages'), () => runDueFollowUps(app.services));
    await settle(app);
    const counts = await Promise.all(leads.map(async ({ id }) => (await sentFollowUps(id)).length));
    expect(counts.toSorted()).toEqual([0, 1]);
    await run();
    for (const { id } of leads) expect(await sentFollowUps(id)).toHaveLength(1);
  });
});
