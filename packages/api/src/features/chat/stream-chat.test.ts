import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatReader, ChatVisitor, leadsOf } from '../../../test/chat-visitor.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { roomyEnv, settle } from '../../../test/work.ts';
import { createApp } from '../../app.ts';
import { EventFeed } from '../../events/event-feed.ts';
import { LiveHub } from '../../events/live-hub.ts';

let app: TestApp;
let admin: Person;
let key: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  await admin.client.patch('/v1/dealership', { chat: { answered_by: 'human' } });
  key = await app.publishableKey(admin, ['https://dealer.example']);
});
const open: ChatReader[] = [];
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
async function follow(visitor: ChatVisitor, lastEventId?: number, url = app.url): Promise<ChatReader> {
  const reader = await visitor.follow(lastEventId, url);
  open.push(reader);
  return reader;
}
async function answer(...texts: string[]): Promise<void> {
  const [lead] = await leadsOf(admin);
  for (const text of texts) await admin.client.post(`/v1/leads/${lead?.id}/messages`, { channel: 'chat', text });
  await settle(app);
}
const positions = (reader: ChatReader) => reader.messages.map(({ position }) => position);

describe('the stream of a chat', () => {
  it('brings after Last-Event-ID all that was missed, in order, each once, and then what is new', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const reader = await follow(visitor);
    await answer('Hei, Anne her.');
    await reader.until(() => reader.messages.length === 2);
    reader.close();
    await answer('En', 'To', 'Tre');
    const resumed = await follow(visitor, reader.messages.at(-1)?.position);
    await resumed.until(() => resumed.messages.length === 3);
    await visitor.say('Fire');
    await resumed.until(() => resumed.messages.length === 4);
    expect(resumed.texts).toEqual(['En', 'To', 'Tre', 'Fire']);
    expect(positions(resumed)).toEqual([3, 4, 5, 6]);
  });

  it('loses and repeats nothing while it is broken off at every message and both sides write', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const seen: number[] = [1];
    const following = (async () => {
      while (seen.length < 13) {
        const reader = await follow(visitor, seen.at(-1));
        await reader.until(() => reader.messages.length > 0);
        reader.close();
        seen.push(...positions(reader));
      }
    })();
    for (let i = 0; i < 4; i += 1) await Promise.all([visitor.say(`Spørsmål ${i}`), answer(`Svar ${i}`, `Og ${i}`)]);
    await following;
    expect(seen).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('tells two tabs the same, and no other chat anything', async () => {
    const [visitor, other] = [await ChatVisitor.open(app, key), await ChatVisitor.open(app, key)];
    const [first, second, foreign] = [await follow(visitor), await follow(visitor), await follow(other)];
    await visitor.say('Er det noen her?');
    await Promise.all([first, second].map((tab) => tab.until(() => tab.messages.length === 1)));
    await other.say('Hallo?');
    await foreign.until(() => foreign.messages.length === 1);
    expect([first.texts, second.texts, foreign.texts]).toEqual([
      ['Er det noen her?'],
      ['Er det noen her?'],
      ['Hallo?'],
    ]);
  });

  it.each(['-1', 'x', '2', '1e1', 'evt_01JD8Y3M5T9Q4W7Z2X6C1V8B0N'])('does not begin at %s', async (id) => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const refused = await visitor.client.get('/v1/chat/session/events', { 'last-event-id': id });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('is not opened a sixth time, and again when one has ended', async () => {
    const visitor = await ChatVisitor.open(app, key);
    const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => follow(visitor)));
    const refused = await visitor.client.get('/v1/chat/session/events');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    tabs[0]?.close();
    await expect.poll(() => follow(visitor).catch(() => null)).not.toBeNull();
  });

  it('says that the chat has ended, and ends', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const reader = await follow(visitor);
    await visitor.client.post('/v1/chat/session/close');
    await reader.until(() => reader.session?.closed_at != null);
    expect((await visitor.say('Vent')).status).toBe(409);
    expect((await visitor.client.patch('/v1/chat/session', { name: 'Kari' })).status).toBe(409);
    expect((await visitor.read()).messages).toHaveLength(1);
  });
});

describe('two processes on one database', () => {
  let server: Server;
  let feed: EventFeed;
  beforeAll(async () => {
    const live = new LiveHub();
    feed = new EventFeed(live, app.logger);
    feed.start();
    const services = { ...app.services, live };
    server = createServer(createApp({ contract: app.contract, services })).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    feed.stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('bring a visitor on one what a colleague writes on the other', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const reader = await follow(visitor, 1, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await answer('Hei, Anne her.');
    await reader.until(() => reader.texts.includes('Hei, Anne her.'));
    expect(positions(reader)).toEqual([2]);
  });
});
