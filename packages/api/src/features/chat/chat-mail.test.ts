import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatReader, ChatVisitor, leadsOf } from '../../../test/chat-visitor.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { postMail, roomyEnv, settle, signedMail, stillSignedIn } from '../../../test/work.ts';
import { mailUnreadChats } from '../../delivery/mail-unread-chats.ts';
import { suppress } from '../../delivery/suppression.ts';
import type { components } from '../../generated/openapi.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';

type Schemas = components['schemas'];

let app: TestApp;
let admin: Person;
let key: string;
const open: ChatReader[] = [];
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  admin.client = stillSignedIn(app, admin);
  key = await app.publishableKey(admin, ['https://dealer.example']);
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});

/** Lets time pass and the worker look. */
async function later(minutes: number): Promise<void> {
  app.clock.advance(minutes * MINUTE_MS);
  admin.client = stillSignedIn(app, admin);
  await mailUnreadChats(app.services);
  await settle(app);
}
async function askingVisitor(words = 'Er Volvoen ledig? Jeg er kari@example.com'): Promise<ChatVisitor> {
  const visitor = await ChatVisitor.open(app, key);
  await visitor.say(words);
  await settle(app);
  return visitor;
}
/** The mails of answers that were not read, oldest first. */
async function mails(): Promise<Schemas['Message'][]> {
  const [lead] = await leadsOf(admin);
  const { body } = await admin.client.get<Schemas['MessageList']>(`/v1/leads/${lead?.id}/messages`);
  return body.data.filter(({ purpose }) => purpose === 'chat_copy');
}
const sent = async () => (await mails()).filter(({ state }) => state === 'sent' || state === 'delivered');

describe('answers that a visitor who has gone did not read', () => {
  it('go out in one mail, once, and the mail is answered into the same conversation', async () => {
    const visitor = await askingVisitor();
    await visitor.say('Og hva koster den?');
    await settle(app);
    await later(4);
    expect(await mails()).toEqual([]);
    await later(2);
    const [mail, ...others] = await sent();
    expect(others).toEqual([]);
    const { messages } = await visitor.read();
    for (const { from, text } of messages) if (from === 'assistant') expect(mail?.text).toContain(text);
    expect(mail).toMatchObject({ channel: 'email', recipient: 'kari@example.com' });
    await Promise.all([later(60), mailUnreadChats(app.services), mailUnreadChats(app.services)]);
    expect(await mails()).toHaveLength(1);
    const [lead] = await leadsOf(admin);
    const [outbox] = (await admin.client.get<Schemas['OutboxList']>(`/v1/outbox?lead_id=${lead?.id}`)).body.data;
    const reply = { from: 'kari@example.com', subject: 'SV: Chat', text: 'Takk, jeg kommer innom.' };
    const headers: [string, string][] = [['In-Reply-To', outbox?.headers['Message-ID'] ?? '']];
    await postMail(app, admin.dealership.id, signedMail({ ...reply, headers }, app.clock.now()));
    await settle(app);
    expect(await leadsOf(admin)).toHaveLength(1);
  });

  it('say what is new only, when there is more to say', async () => {
    const visitor = await askingVisitor();
    await later(6);
    const [lead] = await leadsOf(admin);
    await admin.client.post(`/v1/leads/${lead?.id}/messages`, { channel: 'chat', text: 'Anne her: den er ledig.' });
    await settle(app);
    await later(6);
    const [first, second, ...others] = await sent();
    expect(others).toEqual([]);
    expect(first?.text).not.toContain('Anne her');
    expect(second).toMatchObject({ sender_type: 'human', sender_name: admin.user.name });
    expect(second?.text).toContain('Anne her: den er ledig.');
    expect(second?.text).not.toContain((await visitor.read()).messages[1]?.text);
  });

  it('wait for an address', async () => {
    const visitor = await askingVisitor('Er Volvoen ledig?');
    await later(10);
    expect(await mails()).toEqual([]);
    await visitor.client.patch('/v1/chat/session', { email: 'kari@example.com' });
    // Who gives it is still looking.
    await visitor.client.post('/v1/chat/session/close');
    await later(1);
    expect(await sent()).toHaveLength(1);
  });
});

describe('no mail goes out', () => {
  it('for what was read, even between the writing of the mail and the sending', async () => {
    const visitor = await askingVisitor();
    await visitor.client.post('/v1/chat/session/read', { position: 2 });
    await later(10);
    expect(await mails()).toEqual([]);
    await visitor.say('Og hva koster den?');
    await settle(app);
    app.clock.advance(10 * MINUTE_MS);
    admin.client = stillSignedIn(app, admin);
    await mailUnreadChats(app.services);
    await app.as(visitor.token).post('/v1/chat/session/read', { position: 4 });
    await settle(app);
    expect(await sent()).toEqual([]);
  });

  it('while the visitor is there', async () => {
    const visitor = await askingVisitor();
    const reader = await visitor.follow();
    open.push(reader);
    await reader.until(() => reader.messages.length === 2);
    await mailUnreadChats(app.services);
    for (let minute = 0; minute < 8; minute += 1) {
      app.clock.advance(MINUTE_MS);
      // What the stream does every fifteen seconds, and a visitor without one by asking.
      await visitor.read();
      await mailUnreadChats(app.services);
    }
    await settle(app);
    admin.client = stillSignedIn(app, admin);
    expect(await mails()).toEqual([]);
  });

  it('where the dealership wants none, or the customer', async () => {
    await admin.client.patch('/v1/dealership', { chat: { email_after_minutes: 0 } });
    await askingVisitor();
    await later(30);
    expect(await mails()).toEqual([]);
    await admin.client.patch('/v1/dealership', { chat: { email_after_minutes: 5 } });
    await runAsTenant(admin.dealership.id, () => suppress(app.services, 'email', 'ola@example.com', 'unsubscribed'));
    await askingVisitor('Hei, ola@example.com her');
    await later(30);
    expect(await sent()).toEqual([]);
  });
});
