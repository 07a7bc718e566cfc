import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatVisitor } from '../../test/chat-visitor.ts';
import { diesAt, losesOne, type Write, withFaults } from '../../test/faults.ts';
import { type Person, startTestApp, type TestApp } from '../../test/start-test-app.ts';
import {
  enquiry,
  leadRecord,
  messageRecords,
  postForm,
  RecordingEmail,
  replyOf,
  roomyEnv,
  settle,
  stillSignedIn,
} from '../../test/work.ts';
import { ChatSession } from '../features/chat/model.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { LeadHistory } from '../features/leads/history-model.ts';
import { Message } from '../features/messages/model.ts';
import { MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { claimMessage, updateHeld } from './claim-message.ts';
import { deliver, deliverDue } from './deliver.ts';
import { reconcileMessages } from './reconcile.ts';
import type { EmailTransport } from './transports.ts';

const email = new RecordingEmail();
let app: TestApp;
let outbox: { services: TestApp['services'] };
let admin: Person;
let dealer: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv, services: { email } });
  // The same without a provider, as it is when none is configured.
  outbox = { services: { ...app.services, email: { ...app.services.email, kind: 'none' } as never } };
  admin = await app.signUp();
  dealer = admin.dealership.id;
});
afterAll(() => app.close());
beforeEach(() => {
  email.calls.length = 0;
  email.found = 'not_found';
  email.answer = () => ({ state: 'sent', providerId: 'mg-1' });
});

async function ask(): Promise<string> {
  const { body } = await postForm(app, dealer);
  await app.services.background.idle();
  return body.lead_id;
}
const reconcile = () => reconcileMessages(app.services);
const unknown = () => ({ state: 'unknown', reason: 'timeout' }) as const;

/** What there must be after one answer went out, however it was found out. */
async function expectEffectsOnce(leadId: string): Promise<void> {
  expect(await leadRecord(dealer, leadId)).toMatchObject({ status: 'contacted', first_response_at: expect.any(Date) });
  const [history, followUps] = await runAsTenant(dealer, () =>
    Promise.all([LeadHistory.find({ lead_id: leadId }).lean(), FollowUp.find({ lead_id: leadId }).lean()]),
  );
  expect(history.map((entry) => entry.type).sort()).toEqual([
    'assigned',
    'created',
    'follow_ups_scheduled',
    'message_sent',
    'status_changed',
  ]);
  expect(followUps).toHaveLength(2);
}

describe('a message of which nobody knows whether it went out', () => {
  it('is found with the provider: it counts as sent, and its effects happen once', async () => {
    email.answer = unknown;
    const id = await ask();
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'unknown', state_reason: 'timeout' });
    email.found = 'found';
    app.clock.advance(61 * SECOND_MS);
    await reconcile();
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'sent', state_reason: null, attempts: 1 });
    await expectEffectsOnce(id);
    expect(email.toCustomers()).toHaveLength(1);
  });

  it('is not sent again while the provider may still find it, then once more under the same Message-ID', async () => {
    email.answer = unknown;
    const id = await ask();
    await settle(app);
    for (let minute = 0; minute < 9; minute += 1) {
      app.clock.advance(MINUTE_MS);
      await reconcile();
      await settle(app);
    }
    expect(email.toCustomers()).toHaveLength(1);
    expect((await replyOf(dealer, id)).state).toBe('unknown');
    email.answer = () => ({ state: 'sent', providerId: 'mg-2' });
    app.clock.advance(2 * MINUTE_MS);
    await reconcile();
    await settle(app);
    const [first, second, ...more] = email.toCustomers();
    expect(more).toEqual([]);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'sent', attempts: 2 });
    await expectEffectsOnce(id);
  });

  it('is sent after all, though a newer question was answered meanwhile without it', async () => {
    email.answer = unknown;
    const form = enquiry({ message: 'Er Volvo XC60 ledig?' });
    const { body } = await postForm(app, dealer, form);
    await settle(app);
    email.answer = () => ({ state: 'sent', providerId: 'mg-5' });
    app.clock.advance(6 * MINUTE_MS);
    await postForm(app, dealer, { ...form, message: 'Når har dere åpent?' });
    await settle(app);
    app.clock.advance(6 * MINUTE_MS);
    await reconcile();
    await settle(app);
    const replies = (await messageRecords(dealer, body.lead_id)).filter(({ purpose }) => purpose === 'reply');
    expect(replies.map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(new Set(email.toCustomers().map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('is never sent again while the provider cannot be asked', async () => {
    email.answer = unknown;
    const id = await ask();
    await settle(app);
    email.found = 'down';
    for (let hour = 0; hour < 5; hour += 1) {
      app.clock.advance(60 * MINUTE_MS);
      await reconcile();
      await settle(app);
    }
    expect((await replyOf(dealer, id)).state).toBe('unknown');
    expect(email.toCustomers()).toHaveLength(1);
    email.found = 'found';
    app.clock.advance(2 * MINUTE_MS);
    await reconcile();
    expect((await replyOf(dealer, id)).state).toBe('sent');
  });

  it('because the provider’s client threw after the call is not resent blindly either', async () => {
    email.answer = (mail) => {
      if (mail.unsubscribeUrl === null) return { state: 'sent', providerId: 'staff' };
      throw new Error('socket hang up after the last byte');
    };
    const id = await ask();
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'unknown' });
    expect(email.toCustomers()).toHaveLength(1);
    email.found = 'found';
    app.clock.advance(61 * SECOND_MS);
    await reconcile();
    expect((await replyOf(dealer, id)).state).toBe('sent');
    await expectEffectsOnce(id);
  });

  it('is asked about by one of two workers', async () => {
    email.answer = unknown;
    const id = await ask();
    await settle(app);
    email.answer = () => ({ state: 'sent', providerId: 'mg-3' });
    app.clock.advance(11 * MINUTE_MS);
    await Promise.all([reconcile(), reconcile()]);
    await settle(app);
    expect(email.toCustomers()).toHaveLength(2);
    await expectEffectsOnce(id);
  });
});

async function recover(target: { services: TestApp['services'] }): Promise<void> {
  // Lease over, then doubt over, then patience over.
  for (const pause of [2 * MINUTE_MS, 2 * MINUTE_MS, 12 * MINUTE_MS]) {
    app.clock.advance(pause);
    await reconcileMessages(target.services);
    await settle(target);
  }
}

/** A process that dies at its nth write to a collection, counted from where it begins to say something in a chat. */
function diesWhileSaying(collection: string, nth: number): (write: Write) => 'done' | 'lost' {
  let saying = false;
  let count = 0;
  return (write) => {
    saying ||= write.collection === 'chat_sessions';
    if (saying && write.collection === collection) count += 1;
    return count >= nth ? 'lost' : 'done';
  };
}

describe('a worker that dies while it answers', () => {
  it('at any write leaves one mail in the outbox and one of each effect', async () => {
    let deaths = 0;
    for (let n = 1; ; n += 1) {
      const id = await ask();
      const { writes } = await withFaults(diesAt(n, 'partly'), () => deliverDue(outbox.services, 1));
      await recover(outbox);
      const messages = await messageRecords(dealer, id);
      expect(messages.map(({ purpose, state }) => [purpose, state]).sort()).toEqual([
        ['alert', 'sent'],
        ['enquiry', 'received'],
        ['reply', 'sent'],
      ]);
      await expectEffectsOnce(id);
      if (writes.length < n) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThanOrEqual(12);
    expect(email.calls).toEqual([]);
  });

  it('before the provider was called sends later, after it was called asks first', async () => {
    email.answer = () => ({ state: 'sent', providerId: 'mg-4' });
    email.found = 'found';
    let deaths = 0;
    for (let n = 1; ; n += 1) {
      const id = await ask();
      email.calls.length = 0;
      const { writes } = await withFaults(diesAt(n), () => deliverDue(app.services, 1));
      const accepted = email.toCustomers().length;
      await recover(app);
      expect((await replyOf(dealer, id)).state).toBe('sent');
      // Between the note that it is being sent and the call nobody can tell; what was accepted is never sent again.
      expect(email.toCustomers().length).toBeLessThanOrEqual(Math.max(1, accepted));
      await expectEffectsOnce(id);
      if (writes.length < n) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['before it is said', 'chat_sessions', 1],
    ['right after it is said', 'chat_sessions', 2],
    ['before anybody hears of it', 'events', 1],
    ['before its effects', 'leads', 1],
    ['before it is noted as sent', 'messages', 1],
  ] as const)(
    'in a chat, %s, is made up for at once: said once, mailed when nobody opens it, with its receipts',
    async (_when, collection, nth) => {
      const key = await app.publishableKey({ ...admin, client: stillSignedIn(app, admin) }, ['https://dealer.example']);
      const visitor = await ChatVisitor.open(app, key);
      await visitor.say('Er Volvoen ledig?');
      app.clock.advance(MINUTE_MS);
      await withFaults(diesWhileSaying(collection, nth), () => deliverDue(app.services, 1));
      const chat = () => runAsTenant(dealer, () => ChatSession.findOne({ _id: visitor.session.id }).lean());
      const wasSaid = (await chat())?.log.length === 2;
      expect(wasSaid).toBe(nth !== 1 || collection !== 'chat_sessions');
      if (wasSaid)
        await runAsTenant(dealer, () => ChatSession.updateOne({ _id: visitor.session.id }, { delivered: 2 }));
      app.clock.advance(31 * SECOND_MS);
      await reconcile();
      await settle(app);
      const current = await chat();
      const reply = await replyOf(dealer, current?.lead_id ?? '');
      expect(current?.log).toEqual([expect.any(String), reply._id]);
      expect(current).toMatchObject({ mail_waiting: true, mail_due_at: expect.any(Date) });
      expect(reply).toMatchObject({
        state: wasSaid ? 'delivered' : 'sent',
        provider_id: reply._id,
        attempts: wasSaid ? 1 : 2,
      });
      await expectEffectsOnce(reply.lead_id ?? '');
    },
  );

  it('whenever it is tried is not tried for ever', async () => {
    const id = await ask();
    for (let deaths = 0; deaths < 10; deaths += 1) {
      await withFaults(diesAt(2), () => deliverDue(app.services, 1));
      app.clock.advance(2 * MINUTE_MS);
      await reconcile();
    }
    await settle(app);
    expect(await replyOf(dealer, id)).toMatchObject({ state: 'failed', state_reason: 'Gave up after too many tries' });
    expect(email.toCustomers()).toEqual([]);
  });
});

describe('a worker that was stopped for longer than its lease', () => {
  it('changes nothing any more, and sends nothing', async () => {
    const id = await ask();
    const stale = await claimMessage(app.clock.now());
    if (!stale) throw new Error('nothing was due');
    app.clock.advance(2 * MINUTE_MS);
    await reconcile();
    await settle(app);
    const before = await replyOf(dealer, id);
    expect(before.state).toBe('sent');
    const sent = email.calls.length;
    await deliver(app.services, stale);
    expect(await runAsTenant(dealer, () => updateHeld(stale, { text: 'words of a zombie' }))).toBe(false);
    expect(await replyOf(dealer, id)).toEqual(before);
    expect(email.calls).toHaveLength(sent);
  });
});

describe('a sweep of what nobody knows of', () => {
  it('asks about each once, however long that takes, and takes nothing up when the process is to stop', async () => {
    email.answer = unknown;
    const ids = [await ask(), await ask()];
    await settle(app);
    app.clock.advance(61 * SECOND_MS);
    const asked: string[] = [];
    const slow: EmailTransport = {
      kind: 'mailgun',
      send: (mail) => email.send(mail),
      findSent: async ({ messageId }) => {
        asked.push(messageId);
        app.clock.advance(2 * MINUTE_MS);
        return 'not_found';
      },
    };
    const services = { ...app.services, email: slow };
    expect(await reconcileMessages(services, AbortSignal.abort())).toBe(0);
    expect(asked).toEqual([]);
    await reconcileMessages(services);
    // The two answers and the two alerts.
    expect([asked.length, new Set(asked).size]).toEqual([4, 4]);
    email.found = 'found';
    app.clock.advance(2 * MINUTE_MS);
    await reconcile();
    for (const id of ids) expect((await replyOf(dealer, id)).state).toBe('sent');
  });
});

describe('one message that cannot be reconciled', () => {
  it('holds up no other', async () => {
    email.answer = unknown;
    const ids = [await ask(), await ask()];
    await settle(app);
    email.found = 'found';
    app.clock.advance(61 * SECOND_MS);
    await withFaults(losesOne('lead_history'), reconcile);
    const states = await Promise.all(ids.map(async (id) => (await replyOf(dealer, id)).state));
    expect(states.toSorted()).toEqual(['sent', 'unknown']);
    app.clock.advance(2 * MINUTE_MS);
    await reconcile();
    for (const id of ids) await expectEffectsOnce(id);
    expect(await runAsTenant(dealer, () => Message.countDocuments({ state: 'unknown' }))).toBe(0);
  });
});
