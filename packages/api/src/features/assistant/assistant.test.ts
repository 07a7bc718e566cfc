import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFaults } from '../../../test/faults.ts';
import { type Person, startTestApp, type TestApp } from '../../../test/start-test-app.ts';
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
} from '../../../test/work.ts';
import type { components } from '../../generated/openapi.ts';
import { HOUR_MS } from '../../lib/clock.ts';

type Schemas = components['schemas'];
type Settings = Schemas['AssistantSettings'];
type Problem = Schemas['Problem'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
});
afterAll(() => app.close());

/** A dealership of its own, always open, with an XC60 and these settings. */
async function dealer(settings: Schemas['AssistantUpdate']): Promise<Person> {
  const admin = await app.signUp();
  const client = stillSignedIn(app, admin);
  await client.patch('/v1/dealership', { opening_hours: [], language: 'nb' });
  await client.post('/v1/vehicles', { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000, mileage: 42_000 });
  if (Object.keys(settings).length === 0) return admin;
  const answer = await client.patch<Settings>('/v1/assistant', settings);
  if (answer.status !== 200) throw new Error(answer.text);
  return admin;
}
async function ask(admin: Person, fields: Record<string, unknown> = {}) {
  const form = enquiry(fields);
  const { body } = await postForm(app, admin.dealership.id, form);
  await settle(app);
  return { id: body.lead_id, email: String(form.email) };
}
const outgoing = async (admin: Person, leadId: string) =>
  (await messageRecords(admin.dealership.id, leadId)).filter(
    ({ audience, direction }) => audience === 'customer' && direction === 'outbound',
  );
async function answer(admin: Person, lead: { id: string; email: string }, text: string): Promise<void> {
  const sent = (await outgoing(admin, lead.id)).at(-1);
  const headers: [string, string][] = [['In-Reply-To', sent?.message_id ?? '']];
  await postMail(app, admin.dealership.id, signedMail({ from: lead.email, text, headers }, app.clock.now()));
  await settle(app);
}

describe('the settings of the assistant', () => {
  it('start as they always were, and keep what a change leaves out', async () => {
    const admin = await app.signUp();
    const before = (await admin.client.get<Settings>('/v1/assistant')).body;
    expect(before).toMatchObject({ auto_reply: true, personality: 'warm', outside_hours: 'answer', questions: [] });
    expect(before.channels.sms).toEqual({ mode: 'send', length: 'normal' });
    const changed = await admin.client.patch<Settings>('/v1/assistant', {
      channels: { sms: { mode: 'draft' } },
      never_say: ['  Rabatt ', 'rabatt'],
      follow_up_days: [7, 2, 7],
    });
    expect(changed.body).toEqual({
      ...before,
      channels: { ...before.channels, sms: { mode: 'draft', length: 'normal' } },
      never_say: ['rabatt'],
      follow_up_days: [2, 7],
    });
    expect((await admin.client.get<Settings>('/v1/assistant')).body).toEqual(changed.body);
    const dealership = (await admin.client.get<Schemas['Dealership']>('/v1/dealership')).body;
    expect(dealership.assistant.follow_up_days).toEqual([2, 7]);
  });

  it('that two people change at once keep what each of them changed', async () => {
    const admin = await app.signUp();
    const patch = (body: Schemas['AssistantUpdate']) => admin.client.patch<Settings>('/v1/assistant', body);
    const one = { name: 'Ida', channels: { sms: { mode: 'draft' } }, budget: { soft_percent: 50 } } as const;
    const other = { auto_reply: false, channels: { sms: { length: 'short' } }, budget: { monthly_tokens: 9 } } as const;
    let raced = false;
    await withFaults(
      async ({ collection }) => {
        const first = !raced && collection === 'dealerships';
        raced ||= first;
        if (first) await patch(other);
        return 'done' as const;
      },
      () => patch({ ...one, personality: 'formal' }),
    );
    expect((await admin.client.get<Settings>('/v1/assistant')).body).toMatchObject({
      name: 'Ida',
      auto_reply: false,
      personality: 'formal',
      channels: { sms: { mode: 'draft', length: 'short' }, email: { mode: 'send', length: 'normal' } },
      budget: { soft_percent: 50, monthly_tokens: 9 },
    });
  });

  it('refuse a topic twice, a question without words, and a rep', async () => {
    const admin = await app.signUp();
    const patch = (questions: unknown) => admin.client.patch<Problem>('/v1/assistant', { questions });
    const twice = await patch([{ topic: 'budget' }, { topic: 'budget' }]);
    expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/questions/1/topic' }] } });
    expect((await patch([{ topic: 'other' }])).status).toBe(422);
    const sameId = await patch([
      { id: 'qst_1', topic: 'budget' },
      { id: 'qst_1', topic: 'timeline' },
    ]);
    expect(sameId).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/questions/1/id' }] } });
    const rep = await app.addColleague(admin, 'sales_rep');
    expect((await rep.client.get('/v1/assistant')).status).toBe(200);
    expect((await rep.client.patch('/v1/assistant', { personality: 'formal' })).status).toBe(403);
  });
});

describe('a channel', () => {
  it('that is off is silent, and the rep still hears of the lead', async () => {
    const admin = await dealer({ channels: { website: { mode: 'off' } } });
    const { id } = await ask(admin);
    expect(await outgoing(admin, id)).toMatchObject([
      { state: 'cancelled', state_reason: 'The assistant is off on this channel' },
    ]);
    expect((await messageRecords(admin.dealership.id, id)).some(({ purpose }) => purpose === 'alert')).toBe(true);
  });

  it('can be short and formal', async () => {
    const plain = await dealer({});
    const short = await dealer({ channels: { website: { length: 'short' } }, personality: 'formal' });
    const message = 'Er Volvo XC60 fortsatt ledig, hva koster den, og hvor langt har den gått? Når har dere åpent?';
    const long = (await outgoing(plain, (await ask(plain, { message })).id))[0]?.text ?? '';
    const brief = (await outgoing(short, (await ask(short, { message })).id))[0]?.text ?? '';
    expect(long).toMatch(/^Hei Kari,/);
    expect(brief).toMatch(/^God dag Kari,/);
    expect(brief.length).toBeLessThan(long.length);
    expect(brief).toContain('489 000 kr');
  });
});

describe('outside opening hours', () => {
  // Open for an hour from two hours from now, on every day.
  const later = () => {
    const at = (hours: number) => new Date(app.clock.now().getTime() + hours * HOUR_MS).toISOString().slice(11, 16);
    return { opens: at(2), closes: at(3) };
  };
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  async function closed(outside_hours: 'draft' | 'hold') {
    const admin = await dealer({ outside_hours });
    const { opens, closes } = later();
    if (opens > closes) return null;
    const hours = days.map((day) => ({ day, opens, closes }));
    await stillSignedIn(app, admin).patch('/v1/dealership', { time_zone: 'UTC', opening_hours: hours });
    return admin;
  }

  it('an answer is held until the dealership opens, and then sent once', async () => {
    const admin = await closed('hold');
    if (!admin) return;
    const { id } = await ask(admin);
    expect(await outgoing(admin, id)).toMatchObject([
      { state: 'pending', text: null, attempts: 0, state_reason: 'Waits until the dealership opens' },
    ]);
    app.clock.advance(2 * HOUR_MS + 5 * 60_000);
    await settle(app);
    expect(await outgoing(admin, id)).toMatchObject([{ state: 'sent', text: expect.stringContaining('XC60') }]);
  });

  it('or waits for a person', async () => {
    const admin = await closed('draft');
    if (!admin) return;
    const { id } = await ask(admin);
    expect(await outgoing(admin, id)).toMatchObject([
      { state: 'draft', state_reason: 'Written outside opening hours' },
    ]);
  });
});

describe('words', () => {
  it('that are never to be said keep an answer back for a person', async () => {
    const admin = await dealer({ never_say: ['489 000 kr'] });
    const { id } = await ask(admin, { message: 'Hva koster Volvo XC60?' });
    expect(await outgoing(admin, id)).toMatchObject([
      { state: 'draft', state_reason: 'It holds words you never want: 489 000 kr' },
    ]);
  });

  it('of a customer that the dealership wants to hear of escalate, whole words only', async () => {
    const admin = await dealer({ escalate_words: ['heis'] });
    const hit = await ask(admin, { message: 'Er Volvo XC60 ledig? Jeg har HEIS i garasjen.' });
    const miss = await ask(admin, { message: 'Er Volvo XC60 ledig? Heisann!' });
    const list = await stillSignedIn(app, admin).get<Schemas['EscalationList']>('/v1/escalations');
    expect(list.body.data).toMatchObject([{ lead_id: hit.id, reason: 'trigger', detail: 'heis' }]);
    expect(miss.id).not.toBe(hit.id);
    expect((await outgoing(admin, hit.id))[0]?.state).toBe('sent');
  });
});

describe('qualification questions', () => {
  it('are asked one by one, in the customer’s language, and their answers are read', async () => {
    const admin = await dealer({
      questions: [{ topic: 'budget' }, { topic: 'trade_in', wording: { nb: 'Har du en bil vi skal ta i innbytte?' } }],
    });
    const lead = await ask(admin, { message: 'Er Volvo XC60 fortsatt ledig?' });
    expect((await outgoing(admin, lead.id))[0]?.text).toContain('Har du et budsjett i tankene?');
    await answer(admin, lead, 'Ja, rundt 500');
    expect((await leadRecord(admin.dealership.id, lead.id)).qualification.budget).toBe(500_000);
    expect((await outgoing(admin, lead.id))[1]?.text).toContain('Har du en bil vi skal ta i innbytte?');
    await answer(admin, lead, 'Ja, en Golf 2014');
    const texts = (await outgoing(admin, lead.id)).map(({ text }) => text ?? '');
    expect(texts).toHaveLength(3);
    expect(texts[2]).not.toMatch(/budsjett i tankene|ta i innbytte/);
    await answer(admin, lead, 'Hva får jeg i innbytte?');
    const known = { budget: 500_000, trade_in: 'Volkswagen Golf 2014' };
    expect((await leadRecord(admin.dealership.id, lead.id)).qualification).toMatchObject(known);
  });

  it('are not asked when the customer has said it', async () => {
    const admin = await dealer({ questions: [{ topic: 'budget' }] });
    const { id } = await ask(admin, { message: 'Er Volvo XC60 ledig? Budsjettet er 500 000 kr.' });
    expect((await outgoing(admin, id))[0]?.text).not.toContain('budsjett i tankene');
  });
});

it('the assistant says what it is in the first message only, where that is enough', async () => {
  const admin = await dealer({ disclosure: 'first_message' });
  const lead = await ask(admin);
  await answer(admin, lead, 'Hva koster den?');
  const [first, second] = await outgoing(admin, lead.id);
  expect(first?.text).toContain('digitale assistenten');
  expect(second?.text).not.toContain('digitale assistenten');
  expect(second?.html).toContain('489');
});
