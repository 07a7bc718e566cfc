import type { Message, Norvalt } from '@norvalt/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MessagesApi, type Mood } from './support/messages-api.ts';
import { signInWithSdk } from './support/sign-in.ts';
import { makeDataFolder, Product } from './support/start-product.ts';

/** The promise to the customer; the deadlines inside are shorter. */
const deadlineMs = 30_000;

let data: Awaited<ReturnType<typeof makeDataFolder>>;
let model: MessagesApi;
let product: Product;
let norvalt: Norvalt;
let customers = 0;

beforeAll(async () => {
  [data, model] = await Promise.all([makeDataFolder(), MessagesApi.start()]);
  product = await Product.start(data.folder, {
    ANTHROPIC_API_KEY: 'a key for tests',
    ANTHROPIC_BASE_URL: model.url,
    AI_TIMEOUT_MS: '1500',
  });
  norvalt = await signInWithSdk(product.url, product.demoLogin);
});

afterAll(async () => {
  await product?.stop();
  await model?.stop();
  await data?.remove();
});

/** Asks about a car while the model is in this mood; the answer the customer got. */
async function answerWhile(mood: Mood): Promise<Message> {
  model.mood = mood;
  const askedBefore = model.asked;
  customers += 1;
  const dealership = await norvalt.dealership.get();
  const response = await fetch(`${product.url}/webhooks/form/${dealership.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Ola Nordmann',
      email: `ola${customers}@example.com`,
      vehicle_interest: 'Volvo XC60 2022',
      message: 'Hei, hva koster XC60-en?',
    }),
  });
  expect(response.status).toBe(200);
  const { lead_id: leadId } = (await response.json()) as { lead_id: string };
  const sent = async () => {
    const all = await norvalt.leads.messages.list(leadId);
    return all.data.find((message) => message.sender_type === 'ai' && message.state === 'sent');
  };
  await expect.poll(sent, { timeout: deadlineMs, interval: 100 }).toBeDefined();
  expect(model.asked).toBeGreaterThan(askedBefore);
  return (await sent()) as Message;
}

it('the words come from the model when it answers', async () => {
  const answer = await answerWhile({ reply: 'Hei Ola,\n\nSå hyggelig at du spør om XC60-en. Den koster 489 000 kr.' });
  expect(answer.written_by).toBe('model');
  expect(answer.text).toContain('Så hyggelig at du spør om XC60-en.');
  expect(answer.text).toMatch(/digital/i);
  expect((await norvalt.dealership.get()).ai).toMatchObject({ provider: 'anthropic', tokens_used: expect.any(Number) });
});

it('a price that is not in stock is not sent, whatever the model says', async () => {
  const answer = await answerWhile({ reply: 'Hei Ola,\n\nFor deg koster XC60-en bare 399 000 kr.' });
  expect(answer.written_by).toBe('rules');
  expect(answer.text).not.toMatch(/399\s000/);
  expect(answer.text).toMatch(/489\s000/);
});

it.each(['garbage', 'overloaded', 'silent'] as const)(
  'the customer is answered from rules when the model is %s',
  async (mood) => {
    const answer = await answerWhile(mood);
    expect(answer.written_by).toBe('rules');
    expect(answer.text).toMatch(/489\s000/);
  },
);
