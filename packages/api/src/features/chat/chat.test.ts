import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatReader, ChatVisitor, leadsOf } from '../../../test/chat-visitor.ts';
import { losesOne, withFaults } from '../../../test/faults.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { messageRecords, roomyEnv, settle } from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { sweepArrivals } from '../../intake/work-on-arrival.ts';
import { MINUTE_MS } from '../../lib/clock.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';

type Schemas = components['schemas'];
type Lead = Schemas['Lead'];

let app: TestApp;
let admin: Person;
let key: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signUp();
  key = await app.publishableKey(admin, ['https://dealer.example']);
});
const open: ChatReader[] = [];
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
async function follow(visitor: ChatVisitor, lastEventId?: number): Promise<ChatReader> {
  const reader = await visitor.follow(lastEventId);
  open.push(reader);
  return reader;
}
const records = (lead: Lead) => messageRecords(admin.dealership.id, lead.id);
const write = (lead: Lead, text: string) =>
  admin.client.post<Schemas['Message']>(`/v1/leads/${lead.id}/messages`, { channel: 'chat', text });
async function onlyLead(): Promise<Lead> {
  const [lead, ...others] = await leadsOf(admin);
  if (!lead || others.length > 0) throw new Error(`${others.length + (lead ? 1 : 0)} leads instead of one`);
  return lead;
}

describe('what a visitor writes', () => {
  it('becomes one lead of the chat, and goes on in its conversation', async () => {
    await admin.client.post('/v1/vehicles', { make: 'Volvo', model: 'XC60', model_year: 2022 });
    const visitor = await ChatVisitor.open(app, key, { language: 'nb', page_url: 'https://dealer.example/xc60' });
    const first = await visitor.say('Er Volvo XC60 fortsatt ledig?');
    expect([first.status, first.body.position, first.body.from]).toEqual([201, 1, 'visitor']);
    await settle(app);
    await visitor.say('Og hva koster den?');
    await settle(app);
    const lead = await onlyLead();
    expect(lead).toMatchObject({
      source: 'chat',
      sources: ['chat'],
      message: 'Er Volvo XC60 fortsatt ledig?',
      status: 'contacted',
      customer: { name: null, email: null, phone: null, language: 'nb' },
      submissions: [{ source: 'chat', source_url: 'https://dealer.example/xc60' }],
    });
    expect(lead.first_response_seconds).toBeLessThan(90);
    const { messages } = await visitor.read();
    expect(messages.map(({ from, position }) => [position, from])).toEqual([
      [1, 'visitor'],
      [2, 'assistant'],
      [3, 'visitor'],
      [4, 'assistant'],
    ]);
    expect(messages[1]?.text).toContain('digitale assistenten');
    expect(messages[3]?.text).not.toContain('digitale assistenten');
  });

  it('is one message, however often it is posted', async () => {
    const visitor = await ChatVisitor.open(app, key);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.say('Hei, er dere åpne i dag?', 'client-id-1')));
    expect(new Set(answers.flatMap(({ body, status }) => (status === 201 ? [body.id] : []))).size).toBe(1);
    await settle(app);
    const again = await visitor.say('Hei, er dere åpne i dag?', 'client-id-1');
    expect([again.status, again.body.position]).toEqual([201, 1]);
    const other = await visitor.say('Noe helt annet', 'client-id-1');
    expect([other.status, (other.body as unknown as Schemas['Problem']).code]).toEqual([422, 'idempotency_key_reused']);
    await settle(app);
    expect((await visitor.read()).messages.map(({ from }) => from)).toEqual(['visitor', 'assistant']);
    await onlyLead();
  });

  it('is the same message also when what came in is forgotten', async () => {
    const visitor = await ChatVisitor.open(app, key);
    const first = await visitor.say('Hei, er dere åpne i dag?', 'client-id-old');
    await settle(app);
    await runAsTenant(admin.dealership.id, () => Arrival.updateMany({}, { payload: null }));
    const again = await visitor.say('Hei, er dere åpne i dag?', 'client-id-old');
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('makes one lead also when the first messages race', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await Promise.all(['Hei', 'Jeg ser etter en stasjonsvogn', 'Helst elektrisk'].map((text) => visitor.say(text)));
    await settle(app);
    app.clock.advance(MINUTE_MS);
    await sweepArrivals(app.services);
    await settle(app);
    await onlyLead();
    const said = (await visitor.read()).messages.filter(({ from }) => from === 'visitor');
    expect(said.map(({ text }) => text).sort()).toEqual(['Hei', 'Helst elektrisk', 'Jeg ser etter en stasjonsvogn']);
  });

  it('is stored for good when the lead cannot be written, and becomes one later', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await withFaults(losesOne('leads'), async () => {
      expect((await visitor.say('Har dere vinterdekk?')).status).toBe(202);
    });
    app.clock.advance(MINUTE_MS);
    await sweepArrivals(app.services);
    await settle(app);
    expect((await visitor.read()).messages.map(({ from }) => from)).toEqual(['visitor', 'assistant']);
    await onlyLead();
  });

  it('gives its address and number to the lead', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei, jeg heter Kari Hansen. Er Volvoen ledig?');
    await visitor.say('Du når meg på kari@example.com eller 901 23 456');
    expect((await onlyLead()).customer).toMatchObject({
      name: 'Kari Hansen',
      email: 'kari@example.com',
      phone: '+4790123456',
    });
    expect((await visitor.read()).session.contact.email).toBe('kari@example.com');
    const update = await visitor.client.patch<Schemas['ChatSession']>('/v1/chat/session', {
      email: 'KARI.Hansen@Example.com',
    });
    expect(update.body.contact.email).toBe('kari.hansen@example.com');
    expect((await onlyLead()).customer).toMatchObject({
      email: 'kari@example.com',
      emails: ['kari@example.com', 'kari.hansen@example.com'],
    });
  });
});

describe('a colleague', () => {
  it('takes over by writing, and hands back', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Er dere åpne på lørdag?');
    await settle(app);
    const lead = await onlyLead();
    const reader = await follow(visitor);
    await write(lead, 'Hei, Anne her. Ja, fra ti.');
    await settle(app);
    await reader.until(() => reader.texts.includes('Hei, Anne her. Ja, fra ti.'));
    expect(reader.messages.at(-1)).toMatchObject({ from: 'human', name: admin.user.name });
    await reader.until(() => reader.session?.answered_by === 'human');
    await visitor.say('Fint, kan jeg prøvekjøre da?');
    await settle(app);
    expect((await visitor.read()).messages).toHaveLength(4);
    await admin.client.patch(`/v1/leads/${lead.id}`, { handled_by: 'assistant' });
    await reader.until(() => reader.session?.answered_by === 'assistant');
    await visitor.say('Og har dere lånebil?');
    await settle(app);
    await reader.until(() => reader.messages.at(-1)?.from === 'assistant');
  });

  it('is seen typing, sees the visitor come, type and go, and that a message was read', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei, er Volvoen ledig?');
    await settle(app);
    const lead = await onlyLead();
    const chat = async () => (await admin.client.get<Schemas['LeadChat']>(`/v1/leads/${lead.id}/chat`)).body.session;
    expect(await chat()).toMatchObject({ visitor_present: false, visitor_typing: false });
    const reader = await follow(visitor);
    await expect.poll(chat).toMatchObject({ visitor_present: true });
    await visitor.client.post('/v1/chat/session/typing', { typing: true });
    expect(await chat()).toMatchObject({ visitor_typing: true });
    await admin.client.post(`/v1/leads/${lead.id}/chat/typing`, { typing: true });
    await reader.until(() => reader.session?.typing?.from === 'human');
    expect(reader.session?.typing).toEqual({ from: 'human', name: admin.user.name });
    await admin.client.post(`/v1/leads/${lead.id}/read`);
    await reader.until(() => reader.session?.read_by_dealership === 2);
    await write(lead, 'Ja, den er her.');
    await settle(app);
    await reader.until(() => reader.session?.typing === null && reader.texts.includes('Ja, den er her.'));
    const stateOf = async () => (await records(lead)).find(({ text }) => text === 'Ja, den er her.')?.state;
    await expect.poll(stateOf).toBe('delivered');
    await visitor.client.post('/v1/chat/session/read', { position: 3 });
    await settle(app);
    expect(await stateOf()).toBe('read');
    reader.close();
    await expect.poll(chat).toMatchObject({ visitor_present: false, visitor_typing: true });
    app.clock.advance(10_000);
    expect(await chat()).toMatchObject({ visitor_typing: false });
  });

  it('cannot write to who is in no chat', async () => {
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Hei');
    await visitor.client.post('/v1/chat/session/close');
    const answer = await write(await onlyLead(), 'Er du der?');
    expect(answer).toMatchObject({ status: 422, body: { code: 'channel_not_possible' } });
  });
});

describe('who answers', () => {
  const hours = (opens: string, closes: string) =>
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const).map((day) => ({
      day,
      opens,
      closes,
    }));
  const choose = (chat: object, opening_hours = hours('00:00', '23:59')) =>
    admin.client.patch('/v1/dealership', { chat, opening_hours, time_zone: 'Europe/Oslo' });

  it('is a colleague where the dealership says so, and one is told', async () => {
    await choose({ answered_by: 'human' });
    const visitor = await ChatVisitor.open(app, key);
    expect(visitor.session.answered_by).toBe('human');
    await visitor.say('Hei, er Volvoen ledig?');
    await settle(app);
    const lead = await onlyLead();
    expect([lead.handled_by, lead.assigned_to?.name]).toEqual(['human', admin.user.name]);
    expect((await visitor.read()).messages).toHaveLength(1);
    expect((await records(lead)).some(({ purpose, state }) => purpose === 'alert' && state === 'sent')).toBe(true);
  });

  it('is a colleague while open and the assistant otherwise, also for who waited', async () => {
    await choose({ answered_by: 'assistant_outside_hours' });
    const chat = await app.as(key).get<Schemas['Chat']>('/v1/chat');
    expect(chat.body).toMatchObject({ answered_by: 'human', open: true, opens_at: null, enabled: true });
    const visitor = await ChatVisitor.open(app, key);
    await visitor.say('Er Volvoen ledig?');
    await settle(app);
    expect((await visitor.read()).messages).toHaveLength(1);
    const now = app.clock.now();
    const soon = new Date(now.getTime() + 2 * MINUTE_MS).toISOString().slice(11, 16);
    await admin.client.patch('/v1/dealership', {
      time_zone: 'UTC',
      opening_hours: soon > '00:02' ? hours(soon, '23:59') : [],
    });
    await visitor.say('Er det noen der?');
    await settle(app);
    expect((await visitor.read()).messages.at(-1)?.from).toBe('assistant');
    expect((await onlyLead()).handled_by).toBe('assistant');
  });

  it('is nobody where the chat is off', async () => {
    await choose({ enabled: false });
    expect((await app.as(key).get<Schemas['Chat']>('/v1/chat')).body.enabled).toBe(false);
    await expect(ChatVisitor.open(app, key)).rejects.toThrow('409');
  });
});
