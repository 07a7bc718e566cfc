import { beforeAll, describe, expect, it } from 'vitest';
import { diesAt, losesOne, type Write, withFaults } from '../../../test/faults.ts';
import { startDealership } from '../../../test/start-dealership.ts';
import type { Person } from '../../../test/start-test-app.ts';
import {
  enquiry,
  leadRecord,
  messageRecords,
  outboxOf,
  postForm,
  postMail,
  roomyEnv,
  settle,
  signedMail,
  stillSignedIn,
} from '../../../test/work.ts';
import { reconcileMessages } from '../../delivery/reconcile.ts';
import { DomainEvent } from '../../events/model.ts';
import type { components } from '../../generated/openapi.ts';
import { HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';
import { Escalation } from './model.ts';
import { raiseEscalation } from './raise-escalation.ts';
import { takeEscalationsOf } from './take-escalations-of.ts';

type Schemas = components['schemas'];
type List = Schemas['EscalationList'];

let rep: Person;
let viewer: Person;
const { app, admin, dealer, client: asAdmin } = await startDealership({ env: roomyEnv });
beforeAll(async () => {
  rep = await app.addColleague(admin, 'sales_rep');
  viewer = await app.addColleague(admin, 'viewer');
  // Always open: what is due does not depend on the hour the tests are run at.
  await admin.client.patch('/v1/dealership', { opening_hours: [] });
});

const asRep = () => stillSignedIn(app, rep);
const COMPLAINT = 'Jeg vil klage på bilen jeg kjøpte. Dette er en reklamasjon.';

async function ask(message: string, fields: Record<string, unknown> = {}): Promise<{ id: string; email: string }> {
  const form = enquiry({ message, ...fields });
  const { body } = await postForm(app, dealer, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
async function of(leadId: string): Promise<Schemas['Escalation'][]> {
  return (await asAdmin().get<List>(`/v1/escalations?lead_id=${leadId}`)).body.data;
}
async function one(message = COMPLAINT): Promise<Schemas['Escalation']> {
  const [escalation] = await of((await ask(message)).id);
  if (!escalation) throw new Error('nothing was escalated');
  return escalation;
}
async function answer(lead: { id: string; email: string }, text: string): Promise<void> {
  const sent = (await messageRecords(dealer, lead.id)).findLast(
    (message) => message.direction === 'outbound' && message.audience === 'customer',
  );
  const headers: [string, string][] = [['In-Reply-To', sent?.message_id ?? '']];
  await postMail(app, dealer, signedMail({ from: lead.email, text, headers }, app.clock.now()));
  await settle(app);
}
const alertsOf = async (leadId: string) =>
  (await messageRecords(dealer, leadId)).filter(({ purpose }) => purpose === 'alert');

/** The types of what was told of an escalation, oldest first. */
async function eventsOf(id: string | undefined): Promise<string[]> {
  const filter = { 'data.escalation_id': id ?? '' };
  const events = await runAsTenant(dealer, () => DomainEvent.find(filter).sort({ _id: 1 }).lean());
  return events.map(({ type }) => type);
}

/** Does the work, and something else between what it reads of an escalation and what it writes of it. */
async function whileChanging<T>(meanwhile: () => Promise<unknown>, work: () => Promise<T>): Promise<T | null> {
  let done: T | null = null;
  let raced = false;
  await withFaults(
    async ({ collection, method }) => {
      const mine = !raced && collection === 'escalations' && method === 'findOneAndUpdate';
      raced ||= mine;
      if (mine) await meanwhile();
      return 'done' as const;
    },
    async () => {
      done = await work();
    },
  );
  return done;
}

describe('what a customer writes', () => {
  it('that a person has to take is in the queue, with reason, words and a time, and nothing else is', async () => {
    const plain = await ask('Er Volvo XC60 fortsatt ledig?');
    expect(await of(plain.id)).toEqual([]);
    const escalation = await one();
    expect(escalation).toMatchObject({
      reason: 'complaint',
      priority: 'high',
      state: 'open',
      excerpt: COMPLAINT,
      customer_name: 'Kari Hansen',
      overdue: false,
      taken_at: null,
    });
    const history = await asAdmin().get<Schemas['HistoryList']>(`/v1/leads/${escalation.lead_id}/history`);
    expect(history.body.data.filter(({ type }) => type === 'escalated')).toMatchObject([{ to: 'complaint' }]);
  });

  it('is told to the rep once, and to those who run the place where it is theirs to know', async () => {
    const { id } = await ask(COMPLAINT);
    const alerts = await alertsOf(id);
    expect(alerts.map(({ recipient }) => recipient).sort()).toEqual([admin.email, rep.email].sort());
    const mails = (await outboxOf(asAdmin(), id)).filter(({ audience }) => audience === 'staff');
    expect(mails.find(({ to }) => to === admin.email)?.subject).toContain('Klage fra Kari Hansen');
    expect(mails.find(({ to }) => to === rep.email)?.text).toContain('Klage fra Kari Hansen');
    const human = await ask('Jeg vil snakke med et menneske.');
    expect((await alertsOf(human.id)).map(({ recipient }) => recipient)).toEqual([rep.email]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'makes one of it, whatever dies: write %i of the worker',
    async (number) => {
      const { body } = await postForm(app, dealer, enquiry({ message: COMPLAINT }));
      await app.services.background.idle();
      await withFaults(diesAt(number), () => settle(app));
      app.clock.advance(5 * MINUTE_MS);
      await reconcileMessages(app.services);
      await settle(app);
      app.clock.advance(HOUR_MS);
      await reconcileMessages(app.services);
      await settle(app);
      const escalations = await of(body.lead_id);
      expect(escalations).toHaveLength(1);
      const alerts = await alertsOf(body.lead_id);
      expect(alerts.map(({ recipient }) => recipient).sort()).toEqual([admin.email, rep.email].sort());
    },
  );

  it('for a cause that lasts is told of once, and once more only where a crash came before', async () => {
    const dealership = await Dealership.findById(dealer).lean<DealershipRecord>();
    if (!dealership) throw new Error('there is no dealership');
    const raise = (cause: string) =>
      runAsTenant(dealer, () =>
        raiseEscalation(app.services, dealership, {
          ...{ cause, reasons: ['budget'], lead: null, messageId: null, excerpt: '' },
        }),
      );
    for (const cause of ['lasts', 'lasts', 'lasts']) await raise(cause);
    expect(await eventsOf((await raise('lasts'))?._id)).toEqual(['escalation.created']);
    const { writes } = await withFaults(
      () => 'done',
      () => raise('lasts'),
    );
    expect(writes).toEqual([]);
    await withFaults(losesOne('events'), () => raise('crashes'));
    expect(await eventsOf((await raise('crashes'))?._id)).toEqual(['escalation.created']);
    expect(await eventsOf((await raise('crashes'))?._id)).toEqual(['escalation.created']);
  });

  it('again later is another, and both are told', async () => {
    const lead = await ask(COMPLAINT);
    await asRep().patch(`/v1/leads/${lead.id}`, { handled_by: 'assistant' });
    await answer(lead, 'Nå kontakter jeg advokat.');
    expect((await of(lead.id)).map(({ reason }) => reason)).toEqual(['legal', 'complaint']);
  });
});

describe('a customer who answers a lead that a person has', () => {
  it('is told to the rep, three messages in a row as one piece of news', async () => {
    const lead = await ask('Er den ledig?');
    await asRep().post(`/v1/leads/${lead.id}/messages`, { channel: 'email', text: 'Hei, Per her.' });
    await settle(app);
    await asRep().post(`/v1/leads/${lead.id}/read`);
    app.clock.advance(HOUR_MS);
    const sentAlerts = async () => (await alertsOf(lead.id)).filter(({ state }) => state === 'sent');
    const before = (await sentAlerts()).length;
    await answer(lead, 'Kan jeg komme i morgen?');
    await answer(lead, 'Helst før lunsj.');
    const alerts = (await sentAlerts()).slice(before);
    expect(alerts).toMatchObject([{ recipient: rep.email }]);
    expect(alerts[0]?.text).toContain('Svar fra Kari Hansen\nKan jeg komme i morgen?');
    app.clock.advance(HOUR_MS);
    await answer(lead, 'Hallo?');
    expect(await sentAlerts()).toHaveLength(before + 2);
  });

  it('is told once, also when the same mail comes twice', async () => {
    const lead = await ask('Er den ledig?');
    await asRep().patch(`/v1/leads/${lead.id}`, { handled_by: 'human' });
    const before = (await alertsOf(lead.id)).length;
    app.clock.advance(HOUR_MS);
    const mail = signedMail(
      { from: lead.email, text: 'Hei igjen', subject: `Re: ${(await leadRecord(dealer, lead.id)).subject}` },
      app.clock.now(),
    );
    const sent = (await messageRecords(dealer, lead.id)).find(({ purpose }) => purpose === 'reply');
    mail['message-headers'] = JSON.stringify([
      ...JSON.parse(mail['message-headers'] ?? '[]'),
      ['In-Reply-To', sent?.message_id],
    ]);
    await Promise.all([postMail(app, dealer, mail), postMail(app, dealer, mail)]);
    await settle(app);
    expect((await alertsOf(lead.id)).length).toBe(before + 1);
  });
});

describe('a colleague', () => {
  it('takes one, and who comes second is told who was first', async () => {
    const { id } = await one();
    const [first, second] = await Promise.all([
      asRep().post<Schemas['Escalation']>(`/v1/escalations/${id}/assign`, {}),
      asAdmin().post<Schemas['Escalation']>(`/v1/escalations/${id}/assign`, {}),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const loser = first.status === 409 ? asRep() : asAdmin();
    const again = await loser.post<Schemas['Problem']>(`/v1/escalations/${id}/assign`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(again.body.detail).toMatch(/has taken it/);
    const taken = await loser.post<Schemas['Escalation']>(`/v1/escalations/${id}/assign`, { take_over: true });
    expect(taken).toMatchObject({ status: 200, body: { assigned_to: { name: expect.any(String) } } });
    const back = await loser.post<Schemas['Escalation']>(`/v1/escalations/${id}/assign`, { user_id: null });
    expect(back.body).toMatchObject({ assigned_to: null, taken_at: null });
  });

  it('who writes to the customer has taken it', async () => {
    const escalation = await one();
    await asRep().post(`/v1/leads/${escalation.lead_id}/messages`, { channel: 'email', text: 'Hei, vi ser på det.' });
    const now = await asRep().get<Schemas['Escalation']>(`/v1/escalations/${escalation.id}`);
    expect(now.body).toMatchObject({ assigned_to: { id: rep.user.id }, state: 'open' });
  });

  it('who writes to the customer has taken all that was open, and each is told of', async () => {
    const lead = await ask(COMPLAINT);
    await asRep().patch(`/v1/leads/${lead.id}`, { handled_by: 'assistant' });
    await answer(lead, 'Nå kontakter jeg advokat.');
    const ids = (await of(lead.id)).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    await asRep().post(`/v1/leads/${lead.id}/messages`, { channel: 'email', text: 'Hei, Per her.' });
    for (const id of ids) expect(await eventsOf(id)).toEqual(['escalation.created', 'escalation.updated']);
  });

  it('takes what is taken already, but by nobody known, and gives it back', async () => {
    const first = await one();
    const lead = await leadRecord(dealer, first.lead_id ?? '');
    const path = `/v1/escalations/${first.id}`;
    const now = async () => (await asRep().get<Schemas['Escalation']>(path)).body;
    const byPhone = () => runAsTenant(dealer, () => takeEscalationsOf(app.services, lead, null));
    await byPhone();
    expect(await now()).toMatchObject({ assigned_to: null, taken_at: expect.any(String) });
    const back = await asRep().post<Schemas['Escalation']>(`${path}/assign`, { user_id: null });
    expect(back.body).toMatchObject({ assigned_to: null, taken_at: null });
    await byPhone();
    expect((await asAdmin().post(`${path}/assign`, {})).status).toBe(200);
    await byPhone();
    expect(await now()).toMatchObject({ assigned_to: { id: admin.user.id } });
    await asAdmin().post(`${path}/assign`, { user_id: null });
    await byPhone();
    await asRep().post(`/v1/leads/${first.lead_id}/messages`, { channel: 'email', text: 'Hei, vi ser på det.' });
    expect(await now()).toMatchObject({ assigned_to: { id: rep.user.id }, taken_at: expect.any(String) });
  });

  it('resolves it once: the second click changes nothing, reopening gives it a time of its own', async () => {
    const { id, lead_id: leadId } = await one();
    const path = `/v1/escalations/${id}`;
    const resolve = (note: string) => asRep().post<Schemas['Escalation']>(`${path}/resolve`, { note, hand_back: true });
    const [first, second] = await Promise.all([resolve('Ringte.'), resolve('Ringte igjen.')]);
    expect(first.body.resolution).toEqual(second.body.resolution);
    expect((await resolve('Enda en gang')).body.resolution).toEqual(first.body.resolution);
    expect((await leadRecord(dealer, leadId ?? '')).handled_by).toBe('assistant');
    const history = await asRep().get<Schemas['HistoryList']>(`/v1/leads/${leadId}/history`);
    expect(history.body.data.filter(({ type }) => type === 'escalation_resolved')).toHaveLength(1);
    expect((await asRep().post(`${path}/assign`, {})).status).toBe(409);
    app.clock.advance(3 * HOUR_MS);
    const reopened = await asRep().post<Schemas['Escalation']>(`${path}/reopen`);
    expect(reopened.body).toMatchObject({ state: 'open', resolution: null, reopened: 1, overdue: false });
    expect((await asRep().post<Schemas['Escalation']>(`${path}/reopen`)).body.reopened).toBe(1);
  });

  it.each([
    ['takes it', (id: string) => asAdmin().post(`/v1/escalations/${id}/assign`, {})],
    [
      'writes to the customer',
      (_id: string, lead: string) => asAdmin().post(`/v1/leads/${lead}/messages`, { channel: 'email', text: 'Hei.' }),
    ],
  ])('resolves it while another %s: it is resolved, with the note', async (_name, meanwhile) => {
    const { id, lead_id: leadId } = await one();
    const answer = await whileChanging(
      () => meanwhile(id, leadId ?? ''),
      () => asRep().post<Schemas['Escalation']>(`/v1/escalations/${id}/resolve`, { note: 'Ringte.' }),
    );
    expect(answer).toMatchObject({ status: 200, body: { state: 'resolved', resolution: { note: 'Ringte.' } } });
    const now = await asRep().get<Schemas['Escalation']>(`/v1/escalations/${id}`);
    expect(now.body).toMatchObject({ state: 'resolved', assigned_to: { id: admin.user.id } });
  });

  it('resolves it while another resolves it and opens it again: it is resolved', async () => {
    const { id } = await one();
    const resolve = (note: string) => asRep().post<Schemas['Escalation']>(`/v1/escalations/${id}/resolve`, { note });
    const answer = await whileChanging(
      async () => {
        await resolve('Først.');
        await asAdmin().post(`/v1/escalations/${id}/reopen`);
      },
      () => resolve('Sist.'),
    );
    expect(answer?.body).toMatchObject({ state: 'resolved', resolution: { note: 'Sist.' } });
    const now = await asRep().get<Schemas['Escalation']>(`/v1/escalations/${id}`);
    expect(now.body).toMatchObject({ state: 'resolved', resolution: { note: 'Sist.' } });
  });

  it('who only looks cannot be given one', async () => {
    const { id } = await one();
    const given = await asAdmin().post(`/v1/escalations/${id}/assign`, { user_id: viewer.user.id });
    expect(given.status).toBe(422);
    expect((await stillSignedIn(app, viewer).post(`/v1/escalations/${id}/assign`, {})).status).toBe(403);
    const made = await asAdmin().post<{ key: string }>('/v1/api-keys', {
      name: 'CRM',
      kind: 'secret',
      mode: 'live',
      scopes: ['leads:read', 'leads:write'],
    });
    const { key } = made.body;
    expect((await app.as(key).post(`/v1/escalations/${id}/assign`, {})).status).toBe(422);
  });
});

describe('the queue', () => {
  it('has what is due first in front, counts what is open, mine and overdue, and forgets nothing at a page', async () => {
    await runAsTenant(dealer, () => Escalation.deleteMany({}));
    const human = await one('Jeg vil snakke med et menneske.');
    const complaint = await one();
    const negotiation = await one('Hva er siste pris? Kan dere gå ned i pris?');
    await asRep().post(`/v1/escalations/${complaint.id}/assign`, {});
    const list = () => asRep().get<List>('/v1/escalations?limit=2');
    const first = await list();
    expect(first.body.counts).toEqual({ open: 3, mine: 3, overdue: 0 });
    expect(first.body.data[0]?.id).toBe(human.id);
    const next = await asRep().get<List>(`/v1/escalations?limit=2&cursor=${first.body.next_cursor}`);
    const ids = [...first.body.data, ...next.body.data].map(({ id }) => id);
    expect(ids.toSorted()).toEqual([human.id, complaint.id, negotiation.id].toSorted());
    app.clock.advance(20 * MINUTE_MS);
    expect((await list()).body.counts.overdue).toBe(1);
    expect((await list()).body.data[0]?.overdue).toBe(true);
    await asRep().post(`/v1/escalations/${human.id}/resolve`, {});
    const resolved = await asRep().get<List>('/v1/escalations?state=resolved');
    expect(resolved.body.data.map(({ id }) => id)).toEqual([human.id]);
    expect((await asRep().get<List>('/v1/escalations?reason=complaint')).body.data).toHaveLength(1);
    expect((await asRep().get<List>('/v1/escalations?assigned_to=nobody')).body.data).toHaveLength(0);
  });
});

describe('of a lead that is deleted', () => {
  it('nothing can be read any more, and its drafts are called off; restored, what was open is open again', async () => {
    await asAdmin().patch('/v1/assistant', { channels: { email: { mode: 'draft' } } });
    const lead = await ask('Er Volvo XC60 fortsatt ledig?');
    await answer(lead, COMPLAINT);
    await asAdmin().patch('/v1/assistant', { channels: { email: { mode: 'send' } } });
    const before = await of(lead.id);
    expect(before.map(({ reason }) => reason).sort()).toEqual(['complaint', 'draft_waiting']);
    const counted = async () => (await asAdmin().get<List>('/v1/escalations?limit=1')).body.counts.open;
    const open = await counted();
    expect((await asAdmin().delete(`/v1/leads/${lead.id}`)).status).toBe(204);
    expect([await of(lead.id), await counted()]).toEqual([[], open - 2]);
    for (const { id } of before) expect((await asAdmin().get(`/v1/escalations/${id}`)).status).toBe(404);
    const drafts = (await messageRecords(dealer, lead.id)).filter(({ purpose }) => purpose === 'reply');
    expect(drafts.map(({ state, text: words }) => [state, words === null])).not.toContainEqual(['draft', false]);
    await asAdmin().post(`/v1/leads/${lead.id}/restore`);
    expect((await of(lead.id)).map(({ reason }) => reason)).toEqual(['complaint']);
  });

  /** Sends a request to a process that dies at its nth write to what belongs to leads; tells whether it got that far. */
  async function dying(number: number, request: () => Promise<unknown>): Promise<boolean> {
    const die = diesAt(number);
    const mine = ['leads', 'lead_history', 'escalations', 'attachments', 'messages', 'follow_ups'];
    let count = 0;
    await withFaults((write) => {
      if (mine.includes(write.collection)) count += 1;
      return mine.includes(write.collection) ? die({ ...write, number: count }) : 'done';
    }, request);
    return count >= number;
  }

  const readsOf = async ({ id, lead_id: leadId }: Schemas['Escalation']) => ({
    lead: (await asAdmin().get(`/v1/leads/${leadId}`)).status,
    read: (await asAdmin().get(`/v1/escalations/${id}`)).status,
    listed: (await of(leadId ?? '')).length,
  });
  const GONE = { lead: 404, read: 404, listed: 0 };
  const THERE = { lead: 200, read: 200, listed: 1 };

  it('nothing can be read after a crash at any step, and deleting it again does the rest', async () => {
    for (let number = 1; ; number += 1) {
      const escalation = await one();
      const path = `/v1/leads/${escalation.lead_id}`;
      const died = await dying(number, () => asAdmin().delete(path));
      const after = await readsOf(escalation);
      expect([GONE, THERE]).toContainEqual(after);
      expect((await asAdmin().delete(path)).status).toBe(after.lead === 200 ? 204 : 404);
      expect(await readsOf(escalation)).toEqual(GONE);
      const stored = await runAsTenant(dealer, () => Escalation.findOne({ _id: escalation.id }).lean());
      expect(stored?.lead_deleted).toBe(true);
      const types = (await asAdmin().get<Schemas['HistoryList']>(`${path}/history`)).body.data?.map(({ type }) => type);
      expect(types?.filter((type) => type === 'deleted') ?? ['deleted']).toHaveLength(1);
      if (!died) break;
    }
  });

  it('all is in the queue again once it is back, whatever a crash left of restoring it', async () => {
    for (let number = 1; ; number += 1) {
      const escalation = await one();
      const path = `/v1/leads/${escalation.lead_id}`;
      await asAdmin().delete(path);
      const died = await dying(number, () => asAdmin().post(`${path}/restore`));
      expect([GONE, THERE]).toContainEqual(await readsOf(escalation));
      expect((await asAdmin().post(`${path}/restore`)).status).toBe(200);
      expect(await readsOf(escalation)).toEqual(THERE);
      const { body } = await asAdmin().get<Schemas['HistoryList']>(`${path}/history?limit=100`);
      expect(body.data.filter(({ type }) => type === 'restored')).toHaveLength(1);
      if (!died) break;
    }
  });

  it('what is restored while it is being deleted is there, marks and all', async () => {
    const escalation = await one();
    const path = `/v1/leads/${escalation.lead_id}`;
    let raced = false;
    const meanwhile = async ({ collection, method }: Write) => {
      const mine = !raced && collection === 'escalations' && method === 'updateMany';
      raced ||= mine;
      if (mine) await asAdmin().post(`${path}/restore`);
      return 'done' as const;
    };
    await withFaults(meanwhile, () => asAdmin().delete(path));
    expect([raced, await readsOf(escalation)]).toEqual([true, THERE]);
  });

  it('nothing more is told before it is back, also by who read it before that; then what came meanwhile is', async () => {
    const before = await leadRecord(dealer, (await ask('Er Volvo XC60 fortsatt ledig?')).id);
    const dealership = await Dealership.findById(dealer).lean<DealershipRecord>();
    const raise = (cause: string) =>
      runAsTenant(dealer, async () => {
        if (!dealership) throw new Error('no dealership');
        const about = { lead: before, messageId: null, excerpt: cause };
        return raiseEscalation(app.services, dealership, { cause, reasons: ['complaint'], ...about });
      });
    await raise('before');
    await asAdmin().delete(`/v1/leads/${before._id}`);
    await settle(app);
    await raise('after');
    await settle(app);
    expect(await of(before._id)).toEqual([]);
    const alerts = (await alertsOf(before._id)).map(({ alert, state }) => `${alert?.words} ${state}`);
    expect(alerts).toContain('before cancelled');
    expect(alerts.filter((alert) => /^before (?!cancelled)|^after/.test(alert))).toEqual([]);
    const restore = () => asAdmin().post(`/v1/leads/${before._id}/restore`);
    // Lost once it is back and before anybody is told; asked for again, it is told, and once.
    await withFaults(losesOne('messages'), restore);
    expect(await of(before._id)).toHaveLength(2);
    await restore();
    await restore();
    await settle(app);
    const told = (await alertsOf(before._id)).filter(({ alert }) => alert?.words === 'after');
    expect(new Set(told.map(({ alert }) => alert?.user_id)).size).toBe(told.length);
    expect([...new Set(told.map(({ state }) => state))]).toEqual(['sent']);
    const after = (await of(before._id)).find(({ excerpt }) => excerpt === 'after');
    expect(await eventsOf(after?.id)).toContain('escalation.created');
  });
});
