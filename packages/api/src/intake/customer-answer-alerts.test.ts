import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ChatVisitor, leadsOf, ORIGIN } from '../../test/chat-visitor.ts';
import { startDealership } from '../../test/start-dealership.ts';
import type { Person } from '../../test/start-test-app.ts';
import { OUR_NUMBER, postTwilio, twilioEnv, twilioToken } from '../../test/twilio-post.ts';
import { leadRecord, messageRecords, RecordingSms, roomyEnv, settle } from '../../test/work.ts';
import { Arrival } from '../features/arrivals/model.ts';
import { takeOver } from '../features/leads/take-over.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { sweepArrivals } from './work-on-arrival.ts';

let manager: Person;

const { app, admin, dealer, client } = await startDealership({
  env: { ...roomyEnv, ...twilioEnv },
  services: { sms: new RecordingSms() },
});
beforeAll(async () => {
  manager = await app.addColleague(admin, 'manager');
});

async function text(from: string, body: string): Promise<void> {
  const fields = { MessageSid: `SM${randomUUID()}`, From: from, To: OUR_NUMBER, Body: body, NumMedia: '0' };
  await postTwilio(app, { token: await twilioToken(dealer), path: 'sms' }, fields);
  await settle(app);
}

/** The alerts that a customer answered which went out. */
async function alerts(leadId: string): Promise<MessageRecord[]> {
  return (await messageRecords(dealer, leadId)).filter(({ alert, state }) => alert?.is_answer && state === 'sent');
}

/** Who was told that a customer answered, one line each. */
async function told(leadId: string): Promise<string[]> {
  return (await alerts(leadId)).map(({ recipient }) => recipient ?? '');
}

/** The words they were told. */
async function words(leadId: string): Promise<(string | undefined)[]> {
  return (await alerts(leadId)).map(({ alert }) => alert?.words);
}

async function pass(durationMs: number): Promise<void> {
  app.clock.advance(durationMs);
  await settle(app);
}

/** A lead from the chat that the admin has, in which colleagues have heard nothing for a while. */
async function chat(): Promise<{ visitor: ChatVisitor; leadId: string }> {
  const visitor = await ChatVisitor.open(app, await app.publishableKey({ ...admin, client: client() }, [ORIGIN]));
  await visitor.say('Hei');
  await settle(app);
  const lead = (await leadsOf({ client: client() })).find(({ source }) => source === 'chat');
  const leadId = lead?.id ?? '';
  await client().patch(`/v1/leads/${leadId}`, { handled_by: 'human', assigned_to: admin.user.id });
  app.clock.advance(11 * MINUTE_MS);
  return { visitor, leadId };
}

/** A conversation by SMS that nobody but people answer, in which colleagues have heard nothing for a while. */
async function conversation(assignedTo: string | null): Promise<{ from: string; leadId: string }> {
  const from = `+479${randomInt(1_000_000, 9_999_999)}`;
  await text(from, 'Er Volvo XC60 fortsatt ledig?');
  const found = await client().get<{ data: { id: string }[] }>(`/v1/leads?q=${encodeURIComponent(from)}`);
  const leadId = found.body.data[0]?.id ?? '';
  await client().patch(`/v1/leads/${leadId}`, { handled_by: 'human', assigned_to: assignedTo });
  app.clock.advance(11 * MINUTE_MS);
  return { from, leadId };
}

describe('that a customer answers', () => {
  it('is told once in ten minutes, although the rep has read it in between', async () => {
    const { from, leadId } = await conversation(admin.user.id);
    await text(from, 'Hallo?');
    expect(await told(leadId)).toEqual([admin.email]);
    await client().post(`/v1/leads/${leadId}/read`);
    await text(from, 'Er du der?');
    expect(await told(leadId)).toEqual([admin.email]);
    app.clock.advance(11 * MINUTE_MS);
    await text(from, 'Da drar jeg et annet sted.');
    expect(await told(leadId)).toEqual([admin.email, admin.email]);
  });

  it('right after the rep has answered is told as soon as the ten minutes are over', async () => {
    const { from, leadId } = await conversation(admin.user.id);
    await text(from, 'Hallo?');
    await client().post(`/v1/leads/${leadId}/messages`, { channel: 'sms', text: 'Hei! Den er ledig.' });
    await text(from, 'Flott.');
    await text(from, 'Kan du ringe nå?');
    await pass(9 * MINUTE_MS);
    expect(await words(leadId)).toEqual(['Hallo?']);
    await pass(MINUTE_MS + SECOND_MS);
    expect(await words(leadId)).toEqual(['Hallo?', 'Kan du ringe nå?']);
    await pass(HOUR_MS);
    expect(await words(leadId)).toHaveLength(2);
  });

  it('and is read before it is told, is told to nobody', async () => {
    const { from, leadId } = await conversation(admin.user.id);
    await text(from, 'Hallo?');
    await text(from, 'Er du der?');
    await client().post(`/v1/leads/${leadId}/read`);
    await pass(11 * MINUTE_MS);
    expect(await words(leadId)).toEqual(['Hallo?']);
  });

  it('and an integration answers what came before it, is told', async () => {
    const { from, leadId } = await conversation(admin.user.id);
    await text(from, 'Hallo?');
    await text(from, 'Kan du ringe nå?');
    const key = app.as(await app.secretKey({ ...admin, client: client() }, ['leads:write']));
    const answer = await key.post(`/v1/leads/${leadId}/messages`, { channel: 'sms', text: 'Hei! Den er ledig.' });
    expect(answer.status).toBe(201);
    await pass(11 * MINUTE_MS);
    expect(await words(leadId)).toEqual(['Hallo?', 'Kan du ringe nå?']);
  });

  it('at the moment a colleague answers, is told', async () => {
    const { from, leadId } = await conversation(admin.user.id);
    await text(from, 'Hallo?');
    const seen = await leadRecord(dealer, leadId);
    await text(from, 'Kan du ringe nå?');
    await runAsTenant(dealer, () => takeOver(app.services, seen, { type: 'user', name: admin.user.name }));
    await pass(11 * MINUTE_MS);
    expect(await words(leadId)).toEqual(['Hallo?', 'Kan du ringe nå?']);
  });

  it('is told to the rep whatever a colleague was told a moment ago', async () => {
    const { from, leadId } = await conversation(manager.user.id);
    await text(from, 'Hallo?');
    await client().patch(`/v1/leads/${leadId}`, { assigned_to: admin.user.id });
    await text(from, 'Er du der?');
    expect(await told(leadId)).toEqual([manager.email, admin.email]);
  });

  it('is told to everybody, also when the process died after it had told the first', async () => {
    const { from, leadId } = await conversation(null);
    await text(from, 'Når kan jeg komme?');
    expect((await told(leadId)).sort()).toEqual([admin.email, manager.email].sort());
    await runAsTenant(dealer, async () => {
      await Message.deleteMany({ lead_id: leadId, purpose: 'alert', recipient: manager.email });
      const again = { state: 'received', lease_until: app.clock.now() } as const;
      await Arrival.updateOne({ lead_id: leadId, outcome: 'message_added' }, again);
    });
    await sweepArrivals(app.services);
    await settle(app);
    expect((await told(leadId)).sort()).toEqual([admin.email, manager.email].sort());
  });

  it('in the chat is told to nobody while a colleague is there', async () => {
    const { visitor, leadId } = await chat();
    await client().post(`/v1/leads/${leadId}/chat/typing`, { typing: true });
    for (const line of ['Er den ledig?', 'Kan jeg prøve den?', 'I dag?']) {
      await visitor.say(line);
      await client().post(`/v1/leads/${leadId}/read`);
      app.clock.advance(MINUTE_MS);
    }
    expect(await told(leadId)).toEqual([]);
    app.clock.advance(2 * MINUTE_MS);
    await visitor.say('Hallo?');
    await settle(app);
    expect(await told(leadId)).toEqual([admin.email]);
  });

  it('in the chat is told once the colleague who was there has left it unread', async () => {
    const { visitor, leadId } = await chat();
    await client().post(`/v1/leads/${leadId}/chat/typing`, { typing: true });
    app.clock.advance(90 * SECOND_MS);
    await visitor.say('Kan dere ringe meg nå?');
    await settle(app);
    expect(await told(leadId)).toEqual([]);
    await pass(31 * SECOND_MS);
    expect(await words(leadId)).toEqual(['Kan dere ringe meg nå?']);
  });
});
