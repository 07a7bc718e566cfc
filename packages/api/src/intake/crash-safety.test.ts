import { describe, expect, it } from 'vitest';
import { diesAt, losesOne, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import {
  enquiry,
  leadRecord,
  messageRecords,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
  stillSignedIn,
} from '../../test/work.ts';
import { Arrival } from '../features/arrivals/model.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { LeadHistory } from '../features/leads/history-model.ts';
import { Lead } from '../features/leads/model.ts';
import type { components } from '../generated/openapi.ts';
import { DAY_MS, MINUTE_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { formPayload } from './form-enquiry.ts';
import { recordArrival } from './record-arrival.ts';
import { MAX_ATTEMPTS, sweepArrivals, workOnArrival } from './work-on-arrival.ts';

type ArrivalList = components['schemas']['ArrivalList'];

const { app, admin, dealer } = await startDealership({ env: roomyEnv });

const asDealer = <T>(work: () => T) => runAsTenant(dealer, work);

const form = (email: string, message: string) =>
  formPayload({ source: 'website', channel: 'website', name: 'Kari', email, message });

function arrive(email: string, message = 'Er Volvo XC60 ledig?', payload: unknown = form(email, message)) {
  return asDealer(() =>
    recordArrival(app.services, {
      dealershipId: dealer,
      channel: 'website',
      test: false,
      payload,
      from: email,
      subject: null,
      text: message,
    }),
  );
}

/** A process that gets its claim of an arrival done and nothing after it; what others write before that is not its own. */
function diesAfterClaim(): Parameters<typeof withFaults>[0] {
  let claimed = false;
  return ({ collection, method }) => {
    if (claimed) return 'lost';
    claimed = collection === 'arrivals' && method === 'findOneAndUpdate';
    return 'done';
  };
}

/** Works on an arrival in a process that dies at its nth write; tells how many writes there were. */
async function workUntilDeath(email: string, n: number, how: 'lost' | 'partly', message?: string) {
  const { arrival } = await arrive(email, message);
  const { writes } = await withFaults(diesAt(n, how), () =>
    asDealer(async () => (await workOnArrival(app.services, arrival)).settled),
  );
  return { arrivalId: arrival._id, writes };
}

/** What a crash left is made up for within a minute: leases are shorter than that. */
async function recover(): Promise<void> {
  app.clock.advance(MINUTE_MS);
  await sweepArrivals(app.services);
  await settle(app);
}

/** What there must be after one enquiry, however often its process died. */
async function expectOneOfEach(email: string, arrivalId: string): Promise<void> {
  const leads = await asDealer(() => Lead.find({ 'customer.email': email }).lean());
  expect(leads).toHaveLength(1);
  const leadId = leads[0]?._id ?? '';
  expect(leads[0]?.submissions).toHaveLength(1);
  const messages = await messageRecords(dealer, leadId);
  expect(messages.map(({ purpose, state }) => [purpose, state]).sort()).toEqual([
    ['alert', 'sent'],
    ['enquiry', 'received'],
    ['reply', 'sent'],
  ]);
  const followUps = await asDealer(() => FollowUp.find({ lead_id: leadId }).sort({ step: 1 }).lean());
  expect(followUps.map(({ step, state }) => [step, state])).toEqual([
    [1, 'scheduled'],
    [2, 'scheduled'],
  ]);
  const history = await asDealer(() => LeadHistory.find({ lead_id: leadId }).lean());
  expect(history.map((entry) => entry.type).sort()).toEqual([
    'assigned',
    'created',
    'follow_ups_scheduled',
    'message_sent',
    'status_changed',
  ]);
  const arrival = await asDealer(() => Arrival.findOne({ _id: arrivalId }).lean());
  expect(arrival).toMatchObject({ state: 'done', outcome: 'lead_created', lead_id: leadId, error: null });
}

describe('a process that dies while it takes in an enquiry', () => {
  it.each(['lost', 'partly'] as const)('at any write (%s) leaves the next one all it needs', async (how) => {
    let deaths = 0;
    for (let n = 1; ; n += 1) {
      const email = `crash-${how}-${n}@example.com`;
      const { arrivalId, writes } = await workUntilDeath(email, n, how);
      await recover();
      await expectOneOfEach(email, arrivalId);
      if (writes.length < n) break;
      deaths += 1;
    }
    // Person, lead, messages, history, event, done: six steps, each of which it died at.
    expect(deaths).toBeGreaterThanOrEqual(6);
  });

  it('twice, at different writes, comes to the same', async () => {
    const email = 'crash-twice@example.com';
    const { arrivalId } = await workUntilDeath(email, 3, 'lost');
    app.clock.advance(10 * MINUTE_MS);
    await withFaults(diesAt(5), () => sweepArrivals(app.services));
    await recover();
    await expectOneOfEach(email, arrivalId);
  });

  it('loses no second submission, and answers it once', async () => {
    for (let n = 1; ; n += 1) {
      const email = `again-${n}@example.com`;
      const first = await postForm(app, dealer, enquiry({ email, message: 'Er Volvo XC60 ledig?' }));
      await settle(app);
      app.clock.advance(DAY_MS);
      const { arrivalId, writes } = await workUntilDeath(email, n, 'partly', 'Hva koster den?');
      await recover();
      const lead = await leadRecord(dealer, first.body.lead_id);
      expect(lead.submissions.map((submission) => submission.message)).toEqual([
        'Er Volvo XC60 ledig?',
        'Hva koster den?',
      ]);
      const messages = await messageRecords(dealer, lead._id);
      const count = (purpose: string) => messages.filter((message) => message.purpose === purpose).length;
      expect([count('enquiry'), count('reply'), count('alert')]).toEqual([2, 2, 2]);
      const followUps = await asDealer(() => FollowUp.find({ lead_id: lead._id }).lean());
      expect(followUps.map((followUp) => followUp.state)).toEqual(['cancelled', 'cancelled']);
      const arrival = await asDealer(() => Arrival.findOne({ _id: arrivalId }).lean());
      expect(arrival).toMatchObject({ state: 'done', outcome: 'submission_added' });
      if (writes.length < n) break;
    }
  });

  it('keeps an answer by mail once, and calls off the follow-ups', async () => {
    for (let n = 2; ; n += 1) {
      const email = `mail-${n}@example.com`;
      const { body } = await postForm(app, dealer, enquiry({ email }));
      await settle(app);
      const reply = (await messageRecords(dealer, body.lead_id)).find((message) => message.purpose === 'reply');
      const fields = signedMail(
        { from: `Kari <${email}>`, text: 'Takk, jeg kommer.', headers: [['In-Reply-To', reply?.message_id ?? '']] },
        app.clock.now(),
      );
      const { writes } = await withFaults(diesAt(n, 'partly'), () => postMail(app, dealer, fields));
      await recover();
      const messages = await messageRecords(dealer, body.lead_id);
      expect(messages.filter((message) => message.text === 'Takk, jeg kommer.')).toHaveLength(1);
      expect(messages.filter((message) => message.purpose === 'reply' && message.state === 'sent')).toHaveLength(2);
      const followUps = await asDealer(() => FollowUp.find({ lead_id: body.lead_id }).lean());
      expect(followUps.map((followUp) => followUp.state)).toEqual(['cancelled', 'cancelled']);
      if (writes.length < n) break;
    }
  });
});

describe('a lead whose opener died', () => {
  it('is written by the same person’s next enquiry, and the first one joins it', async () => {
    const email = 'overtaken@example.com';
    const { arrivalId } = await workUntilDeath(email, 2, 'lost');
    const next = await postForm(app, dealer, enquiry({ email, message: 'Er Volvo XC60 ledig?' }));
    expect(next.status).toBe(200);
    await recover();
    const lead = await leadRecord(dealer, next.body.lead_id);
    expect(lead.submissions).toHaveLength(1);
    expect(lead.submissions[0]?.repeated_by).toEqual([arrivalId]);
    const messages = await messageRecords(dealer, lead._id);
    expect(messages.map((message) => message.purpose).sort()).toEqual(['alert', 'enquiry', 'reply']);
  });
});

describe('an arrival that cannot be worked on', () => {
  it('is set aside after five tries, while the others go on', async () => {
    // Not a payload at all: reading it throws.
    const poison = (await arrive('poison@example.com', 'x', null)).arrival._id;
    for (let tries = 1; tries <= MAX_ATTEMPTS + 1; tries += 1) {
      const { arrival } = await arrive(`fine-${tries}@example.com`);
      app.clock.advance(10 * MINUTE_MS);
      await sweepArrivals(app.services);
      expect(await asDealer(() => Arrival.findOne({ _id: arrival._id }).lean())).toMatchObject({ state: 'done' });
    }
    const kept = await asDealer(() => Arrival.findOne({ _id: poison }).lean());
    expect(kept).toMatchObject({
      state: 'quarantined',
      outcome: 'quarantined',
      attempts: MAX_ATTEMPTS,
      error: 'TypeError',
    });
    const listed = await stillSignedIn(app, admin).get<ArrivalList>('/v1/arrivals?outcome=quarantined');
    expect(listed.body.data).toMatchObject([{ id: poison, outcome: 'quarantined', error: 'TypeError' }]);
  });

  it('that kills its process every time is set aside as well', async () => {
    const { arrival } = await arrive('killer@example.com');
    for (let deaths = 0; deaths < MAX_ATTEMPTS + 1; deaths += 1) {
      app.clock.advance(10 * MINUTE_MS);
      await withFaults(diesAfterClaim(), () => sweepArrivals(app.services));
    }
    app.clock.advance(10 * MINUTE_MS);
    await sweepArrivals(app.services);
    expect(await asDealer(() => Arrival.findOne({ _id: arrival._id }).lean())).toMatchObject({ state: 'quarantined' });
  });
});

describe('two processes', () => {
  it('that sweep at once take up each arrival once', async () => {
    const arrivals = await Promise.all(Array.from({ length: 8 }, (_, i) => arrive(`two-${i}@example.com`)));
    app.clock.advance(10 * MINUTE_MS);
    const taken = await Promise.all([sweepArrivals(app.services), sweepArrivals(app.services)]);
    expect((taken[0] ?? 0) + (taken[1] ?? 0)).toBe(8);
    await settle(app);
    for (const [i, { arrival }] of arrivals.entries()) await expectOneOfEach(`two-${i}@example.com`, arrival._id);
  });

  it('of which the slower lost its lease: what it says is not believed', async () => {
    const email = 'zombie@example.com';
    const { arrival } = await arrive(email);
    await recover();
    // A mark that both ways of marking an arrival would wipe away.
    await asDealer(() => Arrival.updateOne({ _id: arrival._id }, { error: 'mark' }));
    const before = await asDealer(() => Arrival.findOne({ _id: arrival._id }).lean());
    expect(before).toMatchObject({ state: 'done', fence: 2 });
    // The first process wakes up with the lease of then: it does its work once more and changes nothing.
    await asDealer(async () => (await workOnArrival(app.services, arrival)).settled);
    await withFaults(losesOne('leads'), () => asDealer(() => workOnArrival(app.services, arrival)));
    await settle(app);
    expect(await asDealer(() => Arrival.findOne({ _id: arrival._id }).lean())).toEqual(before);
    await asDealer(() => Arrival.updateOne({ _id: arrival._id }, { error: null }));
    await expectOneOfEach(email, arrival._id);
  });
});
