import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatVisitor, leadsOf } from '../../../test/chat-visitor.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';

type Schemas = components['schemas'];

let app: TestApp;
let admin: Person;
let visitor: ChatVisitor;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  visitor = await ChatVisitor.open(app, await app.publishableKey(admin, ['https://dealer.example']));
});

/** Words that ask for nobody by themselves. */
const ask = (text = 'Kan vi ta resten muntlig?') => visitor.say(text, randomUUID(), { asks_for_person: true });
const escalations = async () =>
  (await admin.client.get<{ data: Schemas['Escalation'][] }>('/v1/escalations')).body.data;

describe('a visitor who asks for a person', () => {
  it('is told that somebody takes over, is in the queue, and hears no more of the assistant', async () => {
    await visitor.say('Er dere åpne på lørdag?');
    await settle(app);
    await ask();
    await settle(app);
    const [lead] = await leadsOf(admin);
    expect(lead).toMatchObject({ handled_by: 'human', unread: true });
    expect(await escalations()).toMatchObject([
      { lead_id: lead?.id, reason: 'human_requested', priority: 'urgent', state: 'open' },
    ]);
    const { session, messages } = await visitor.read();
    expect(session.answered_by).toBe('human');
    expect(messages.map(({ from }) => from)).toEqual(['visitor', 'assistant', 'visitor', 'assistant']);
    await visitor.say('Hva koster den røde Volvoen?');
    await settle(app);
    expect((await visitor.read()).messages).toHaveLength(5);
  });

  it('is one wish, however often it is posted', async () => {
    const id = randomUUID();
    await Promise.all([1, 2].map(() => visitor.say('Kan vi ta resten muntlig?', id, { asks_for_person: true })));
    await settle(app);
    expect(await escalations()).toHaveLength(1);
    expect((await leadsOf(admin))[0]?.handled_by).toBe('human');
  });

  it('still wants one when another message follows at once', async () => {
    await visitor.say('Hei');
    await settle(app);
    await ask();
    await visitor.say('Det gjelder den hvite.');
    await settle(app);
    expect((await escalations()).map(({ reason }) => reason)).toEqual(['human_requested']);
    expect((await visitor.read()).session.answered_by).toBe('human');
  });

  it('goes on with the assistant where nobody was asked for', async () => {
    await visitor.say('Kan vi ta resten muntlig?', randomUUID(), { asks_for_person: false });
    await settle(app);
    expect((await leadsOf(admin))[0]?.handled_by).toBe('assistant');
  });
});

describe('the look of the chat', () => {
  const chatOf = async (person: Person) =>
    (await app.as(await app.publishableKey(person, ['https://dealer.example'])).get<Schemas['Chat']>('/v1/chat')).body;
  const choose = (chat: object) => admin.client.patch<Schemas['Dealership']>('/v1/dealership', { chat });

  it('is what the dealership chose, and nobody else sees it', async () => {
    const before = await chatOf(admin);
    expect(before).toMatchObject({ greeting: null, theme: { accent: expect.stringMatching(/^#[0-9a-f]{6}$/) } });
    const saved = await choose({ greeting: '  Hei, spør oss om bil.  ', accent: '#0f7a4d' });
    expect(saved.body.chat).toMatchObject({ greeting: 'Hei, spør oss om bil.', accent: '#0f7a4d' });
    expect(await chatOf(admin)).toMatchObject({ greeting: 'Hei, spør oss om bil.', theme: { accent: '#0f7a4d' } });
    expect(await chatOf(await app.signUp())).toMatchObject({ greeting: null, theme: before.theme });
    await choose({ greeting: null, accent: null });
    expect(await chatOf(admin)).toMatchObject({ greeting: null, theme: before.theme });
  });

  it.each([
    { accent: 'red' },
    { accent: '#12345' },
    { greeting: '' },
    { greeting: '   ' },
    { greeting: 'x'.repeat(301) },
  ])('refuses %j', async (chat) => {
    expect((await choose(chat)).status).toBe(400);
  });
});
