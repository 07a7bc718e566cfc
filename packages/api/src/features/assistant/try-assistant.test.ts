import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { startDealership } from '../../../test/start-dealership.ts';
import { roomyEnv } from '../../../test/work.ts';
import { replyOutput } from '../../answering/testing/model-outputs.ts';
import { ScriptedModel } from '../../answering/testing/scripted-model.ts';
import type { components } from '../../generated/openapi.ts';

type Trial = components['schemas']['Trial'];
type Usage = components['schemas']['Usage'];

async function everything(): Promise<string> {
  const collections = (await mongoose.connection.db?.collections()) ?? [];
  const kept = collections.filter(({ collectionName }) => !/rate_limits|usage|inbound_requests/.test(collectionName));
  const documents = await Promise.all(
    kept.map(async (collection) => [collection.collectionName, await collection.find().sort({ _id: 1 }).toArray()]),
  );
  return JSON.stringify(documents.sort());
}

const model = new ScriptedModel();
let vehicleId: string;
const { app, admin } = await startDealership({ env: roomyEnv, services: { model } });
beforeAll(async () => {
  const other = await app.signUp();
  await other.client.post('/v1/vehicles', { make: 'Audi', model: 'A4', price: 111_000 });
  const car = { make: 'Volvo', model: 'XC60', year: 2022, price: 489_000 };
  vehicleId = (await admin.client.post<{ id: string }>('/v1/vehicles', car)).body.id;
});

const tryOut = async (body: Record<string, unknown>) => {
  const answer = await admin.client.post<Trial>('/v1/assistant/try', body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};

describe('a trial', () => {
  it('shows reading, car, decision, what the gate stopped, and the ledger of what would be sent', async () => {
    model.queue = ['Hei Kari. Den koster 449 000 kr.', 'Hei Kari. Volvo XC60 2022 koster 489 000 kr.'].map((text) =>
      replyOutput(text),
    );
    const before = await everything();
    const trial = await tryOut({ message: 'Hva koster Volvo XC60?', customer_name: 'Kari Hansen' });
    expect(trial.rules).toMatchObject({ source: 'rules', label: 'sales_inquiry', language: 'nb' });
    expect(trial.vehicle).toMatchObject({ id: vehicleId, price: 489_000 });
    expect(trial.decision).toMatchObject({ action: 'send', reason: null, escalates: [], hands_over: false });
    expect(trial.attempts).toHaveLength(2);
    expect(trial.attempts[0]?.violations[0]).toMatchObject({
      ...{ kind: 'number', code: 'price_differs', quote: expect.stringContaining('449') },
    });
    expect(trial.attempts[1]?.violations).toEqual([]);
    expect(trial.reply).toMatchObject({ written_by: 'model', text: expect.stringContaining('489 000 kr') });
    expect(trial.reply?.claims).toContainEqual({ claim: '489 000 kr', source: 'vehicle', source_id: vehicleId });
    expect(trial.tokens).toBe(1000);
    expect(await everything()).toBe(before);
  });

  it('by templates where the model has no answer, and says why', async () => {
    model.queue = [];
    const trial = await tryOut({ message: 'Er Volvo XC60 ledig?', channel: 'sms' });
    expect(trial.reply).toMatchObject({ written_by: 'rules', fallback_reason: 'schema', violations: [] });
    expect(trial.attempts).toEqual([]);
  });

  it('uses settings that are not saved, and leaves those that are', async () => {
    const settings = {
      channels: { email: { mode: 'draft' } },
      escalate_words: ['heis'],
      questions: [{ topic: 'budget' }],
    };
    const trial = await tryOut({
      message: 'Er Volvo XC60 fortsatt ledig? Jeg har heis i garasjen.',
      channel: 'email',
      settings,
    });
    expect(trial.decision).toMatchObject({
      action: 'draft',
      escalates: ['trigger'],
      question: 'Har du et budsjett i tankene?',
    });
    const saved = await admin.client.get<components['schemas']['AssistantSettings']>('/v1/assistant');
    expect(saved.body).toMatchObject({ escalate_words: [], questions: [], channels: { email: { mode: 'send' } } });
  });

  it('tells what happens at another time, to spam, and to who wants a person', async () => {
    const settings = { outside_hours: 'hold' };
    const night = await tryOut({ message: 'Er Volvo XC60 ledig?', at: '2026-11-22T02:00:00Z', settings });
    expect(night.decision).toMatchObject({ action: 'hold', send_at: '2026-11-23T08:00:00.000Z' });
    const off = await tryOut({ message: 'Er Volvo XC60 ledig?', settings: { auto_reply: false } });
    expect(off).toMatchObject({ decision: { action: 'silent', reason: 'Automatic replies are off' }, reply: null });
    const person = await tryOut({ message: 'Jeg vil snakke med et menneske.' });
    expect(person.decision).toMatchObject({ hands_over: true, escalates: ['human_requested'] });
  });

  it('ends as it would be sent: in a chat, with the disclosure once, and back to a missed call', async () => {
    const earlier = [
      { from: 'customer', text: 'Er Volvo XC60 ledig?' },
      { from: 'assistant', text: 'Hei Kari,\n\nVolvo XC60 2022 er fortsatt til salgs.' },
    ];
    const message = 'Hva koster den?';
    const later = { message, earlier, customer_name: 'Kari Hansen' };
    const usual = (await tryOut(later)).reply?.text ?? '';
    const [greeting, said = '', disclosure = ''] = usual.split('\n\n');
    expect([greeting, disclosure]).toEqual(['Hei Kari,', expect.stringContaining('digitale assistent')]);
    expect((await tryOut({ ...later, channel: 'chat' })).reply?.text).toBe(said);
    const settings = { disclosure: 'first_message' };
    expect((await tryOut({ ...later, settings })).reply?.text).toBe(`${greeting}\n\n${said}`);
    expect((await tryOut({ message, settings })).reply?.text).toContain('digitale assistent');
    const call = await tryOut({ message: 'Tapt anrop', channel: 'phone' });
    expect(call).toMatchObject({
      attempts: [],
      reply: { written_by: 'rules', text: expect.stringMatching(/^Hei! Du ringte /) },
    });
  });

  it('counts what reading used as well', async () => {
    model.queue = ['', 'Hei Kari. Volvo XC60 2022 koster 489 000 kr.'].map((text) => replyOutput(text));
    const before = (await admin.client.get<Usage>('/v1/usage')).body.tokens_used;
    const trial = await tryOut({ message: 'Hva koster Volvo XC60?', channel: 'email' });
    expect(trial.reply?.written_by).toBe('model');
    expect(trial.tokens).toBe(1000);
    expect((await admin.client.get<Usage>('/v1/usage')).body.tokens_used - before).toBe(trial.tokens);
  });

  it('knows only its own stock, and refuses settings that could not be saved', async () => {
    const trial = await tryOut({ message: 'Hva koster Audi A4?' });
    expect(JSON.stringify(trial)).not.toContain('111 000');
    expect(trial.vehicle).toBeNull();
    const twice = { questions: [{ topic: 'budget' }, { topic: 'budget' }] };
    expect((await admin.client.post('/v1/assistant/try', { message: 'Hei', settings: twice })).status).toBe(422);
    const leapSecond = { message: 'Hei', at: '2026-12-31T23:59:60Z' };
    expect((await admin.client.post('/v1/assistant/try', leapSecond)).status).toBe(400);
  });
});
