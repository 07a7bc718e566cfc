import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChatVisitor, leadsOf, ORIGIN } from '../../../test/chat-visitor.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { outboxOf, roomyEnv, settle, stillSignedIn } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];

let app: TestApp;
let admin: Person;
let key: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  key = await app.publishableKey(admin, [ORIGIN]);
});
const admins = (): Person => ({ ...admin, client: stillSignedIn(app, admin) });
const read = (visitor: ChatVisitor) => visitor.client.get<Schemas['ChatTranscript']>('/v1/chat/session');
const renew = (token: string) => app.as(token).post<Schemas['ChatOpened']>('/v1/chat/session/token');

describe("a visitor's token", () => {
  it('is not to be guessed, and good for its own chat only', async () => {
    const [visitor, other] = [await ChatVisitor.open(app, key), await ChatVisitor.open(app, key)];
    await visitor.say('Jeg heter Kari');
    expect((await read(other)).body.messages).toEqual([]);
    const [kind, id] = visitor.token.split('_');
    const wrong = [`${kind}_${id}_${other.token.split('_')[2]}`, `${visitor.token.slice(0, -1)}~`, `${kind}_${id}`];
    for (const token of wrong) expect((await app.as(token).get('/v1/chat/session')).status).toBe(401);
  });

  it('works on the site it was given to', async () => {
    const visitor = await ChatVisitor.open(app, key);
    const elsewhere = await visitor.client.get('/v1/chat/session', { origin: 'https://evil.example' });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'origin_not_allowed' } });
    expect((await visitor.client.get('/v1/chat/session', { origin: ORIGIN })).status).toBe(200);
    const opened = await app.as(key).post('/v1/chat/sessions', {}, { origin: 'https://evil.example' });
    expect(opened).toMatchObject({ status: 403, body: { code: 'origin_not_allowed' } });
  });

  it('runs out after an hour and is renewed once, without taking it from the other tab at once', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    const renewed = await renew(visitor.token);
    expect([renewed.status, renewed.body.session.id]).toEqual([200, visitor.session.id]);
    expect((await read(visitor)).status).toBe(200);
    expect((await app.as(renewed.body.token).get('/v1/chat/session')).status).toBe(200);
    app.clock.advance(2 * MINUTE_MS);
    expect(await read(visitor)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await renew(visitor.token)).status).toBe(401);
    app.clock.advance(HOUR_MS);
    const late = app.as(renewed.body.token);
    expect(await late.get('/v1/chat/session')).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    const again = await renew(renewed.body.token);
    expect(again.status).toBe(200);
    const { body } = await app.as(again.body.token).get<Schemas['ChatTranscript']>('/v1/chat/session');
    expect(body.messages[0]?.text).toBe('Hei');
  });

  it('is renewed by every tab that tries at the same moment', async () => {
    const visitor = await ChatVisitor.open(app, key);
    const tabs = await Promise.all([1, 2, 3].map(() => renew(visitor.token)));
    for (const { status, body } of tabs) {
      expect(status).toBe(200);
      expect((await app.as(body.token).get('/v1/chat/session')).status).toBe(200);
    }
  });

  it('is good for nothing a week after it ran out, when the key is gone or the chat was ended', async () => {
    const [idle, orphan, ended] = await Promise.all([1, 2, 3].map(() => ChatVisitor.open(app, key)));
    await Promise.all([idle, orphan, ended].map((visitor) => visitor?.say('Hei')));
    await ended?.client.post('/v1/chat/session/close');
    expect((await renew(ended?.token ?? '')).body).toMatchObject({ code: 'session_ended' });
    const keys = await admin.client.get<Schemas['ApiKeyList']>('/v1/api-keys');
    await admin.client.delete(`/v1/api-keys/${keys.body.data.find(({ kind }) => kind === 'publishable')?.id}`);
    expect((await renew(orphan?.token ?? '')).body).toMatchObject({ code: 'session_ended' });
    app.clock.advance(8 * DAY_MS);
    expect(await app.as(idle?.token ?? '').get('/v1/chat/session')).toMatchObject({ status: 401 });
  });
});

describe('a chat in test mode', () => {
  it('is answered as any other, makes a test lead and mails nobody', async () => {
    const visitor = await ChatVisitor.open(app, await app.publishableKey(admin, [ORIGIN], 'test'));
    await visitor.say('Er Volvoen ledig? Jeg er kari@example.com');
    await settle(app);
    expect((await visitor.read()).messages.map(({ from }) => from)).toEqual(['visitor', 'assistant']);
    expect(await leadsOf(admins())).toEqual([]);
    const tests = await admins().client.get<Schemas['LeadList']>('/v1/leads?test=true');
    expect(tests.body.data).toMatchObject([{ source: 'chat', test: true }]);
  });
});

describe('a visitor who has sent a form before', () => {
  const submit = async (email: string, message: string, name = 'Kari Hansen'): Promise<string> => {
    const body = { name, email, message, elapsed_ms: 9000 };
    const answer = await app
      .as(key)
      .post<Schemas['SubmissionReceipt']>('/v1/forms/default/submissions', body, { origin: ORIGIN });
    await settle(app);
    return answer.body.proof ?? '';
  };

  it('goes on with the lead of the form, known by name', async () => {
    const proof = await submit('kari@example.com', 'Er Volvo XC60 ledig?');
    const visitor = await ChatVisitor.open(app, key, { proofs: [proof] });
    expect(visitor.session.contact).toEqual({ name: 'Kari Hansen', email: 'kari@example.com', phone: null });
    await visitor.say('Og har den hengerfeste?');
    await settle(app);
    const [lead, ...others] = await leadsOf(admins());
    expect([others.length, lead?.source, lead?.sources]).toEqual([0, 'website', ['website', 'chat']]);
    expect((await visitor.read()).messages.map(({ from }) => from)).toEqual(['visitor', 'assistant']);
  });

  it('is not let into the conversation of a stranger whose address was typed', async () => {
    await submit('kari@example.com', 'Jeg vil bytte inn min Golf');
    const proof = await submit('kari@example.com', 'Hva har dere sagt til meg før?', 'Ikke Kari');
    const visitor = await ChatVisitor.open(app, key, { proofs: [proof] });
    expect(visitor.session.contact.name).toBe('Ikke Kari');
    await visitor.say('Hva skrev jeg sist?');
    await settle(app);
    const [newest, older] = (await leadsOf(admins())).sort((a, b) => b.created_at.localeCompare(a.created_at));
    expect([newest?.source, older?.source]).toEqual(['chat', 'website']);
    expect(JSON.stringify(await visitor.read())).not.toContain('Golf');
  });

  it('is a stranger to another dealership, after a week, and with a proof that was changed', async () => {
    const proof = await submit('kari@example.com', 'Er Volvo XC60 ledig?');
    const stranger = { name: null, email: null, phone: null };
    const other = await app.publishableKey(await app.signUp(), [ORIGIN]);
    const contactWith = async (at: string, given: string) =>
      (await ChatVisitor.open(app, at, { proofs: [given] })).session.contact;
    expect(await contactWith(other, proof)).toEqual(stranger);
    const changed = proof.slice(0, -2) + (proof.endsWith('AA') ? 'BB' : 'AA');
    for (const wrong of [changed, 'x', '']) expect(await contactWith(key, wrong)).toEqual(stranger);
    app.clock.advance(8 * DAY_MS);
    expect(await contactWith(key, proof)).toEqual(stranger);
  });

  it('gets nothing by naming somebody else in the chat', async () => {
    await submit('kari@example.com', 'Jeg vil bytte inn min Golf');
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Jeg er kari@example.com, hva sa dere sist?');
    await settle(app);
    expect(JSON.stringify(await visitor.read())).not.toContain('Golf');
    const leads = await leadsOf(admins());
    expect(leads.map(({ source }) => source).sort()).toEqual(['chat', 'website']);
    const chat = leads.find(({ source }) => source === 'chat');
    const mails = await outboxOf(admins().client, chat?.id ?? '');
    expect(mails.filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});
