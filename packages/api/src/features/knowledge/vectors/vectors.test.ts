import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../../../test/start-test-app.ts';
import type { components } from '../../../generated/openapi.ts';
import { runAsTenant } from '../../../tenancy/context.ts';
import { nearestPipeline } from './nearest.ts';
import { KnowledgeVector } from './vector-model.ts';

type Hits = components['schemas']['KnowledgeHits'];
type Entry = components['schemas']['KnowledgeEntry'];

/** What the service is asked, and what it answers with. */
interface Asked {
  model: string;
  input: string[];
  input_type: string;
}

let api: TestApp;
let service: Server;
let asked: Asked[] = [];
let status = 200;

/** Two meanings, so that words that share no letter can mean the same. */
function vectorOf(text: string): number[] {
  if (/hund|terrier|kjæledyr/i.test(text)) return [3, 0, 0.1];
  return [0, 2, 0.1];
}

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    asked.push(body);
    const data = body.input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  api = await startTestApp({ env: { EMBEDDINGS_API_KEY: 'key', EMBEDDINGS_BASE_URL: url } });
});
afterAll(async () => {
  service.close();
  await api.close();
});
beforeEach(() => {
  asked = [];
  status = 200;
});

const add = (person: Person, title: string, text: string) =>
  person.client.post<Entry>('/v1/knowledge/entries', { kind: 'faq', title, text });
async function search(person: Person, question: string): Promise<Hits['data']> {
  const { body } = await person.client.post<Hits>('/v1/knowledge/search', { question });
  await api.services.background.idle();
  return body.data;
}
const stored = (person: Person) => runAsTenant(person.dealership.id, () => KnowledgeVector.countDocuments({}));

it('what means the same is found though no word is the same, once the passages are embedded', async () => {
  const anne = await api.signUp();
  const { body: dogs } = await add(anne, 'Er kjæledyr velkomne?', 'Ja, i bånd.');
  await add(anne, 'Hva koster dekkhotell?', '1 490 kr.');
  expect((await search(anne, 'Terrier?')).some(({ used }) => used)).toBe(false);
  expect(await stored(anne)).toBe(2);
  expect((await search(anne, 'Terrier?'))[0]).toMatchObject({ entry_id: dogs.id, used: true });
  expect(asked.map(({ model, input_type }) => `${model} ${input_type}`)).toEqual([
    'voyage-4-lite query',
    'voyage-4-lite document',
    'voyage-4-lite query',
  ]);
});

it('only what is new is embedded, and what is gone is forgotten', async () => {
  const anne = await api.signUp();
  const { body: first } = await add(anne, 'Er kjæledyr velkomne?', 'Ja, i bånd.');
  await search(anne, 'Terrier?');
  await add(anne, 'Hva koster dekkhotell?', '1 490 kr.');
  asked = [];
  await search(anne, 'Terrier?');
  expect(asked.filter(({ input_type }) => input_type === 'document').map(({ input }) => input)).toEqual([
    ['Hva koster dekkhotell?\n1 490 kr.'],
  ]);
  await anne.client.delete(`/v1/knowledge/entries/${first.id}`);
  await search(anne, 'Terrier?');
  expect(await stored(anne)).toBe(1);
});

it('another dealership is never near, and what holds no longer neither', async () => {
  const [anne, berit] = [await api.signUp(), await api.signUp()];
  await add(anne, 'Er kjæledyr velkomne?', 'Ja, i bånd.');
  const { body: own } = await add(berit, 'Tar dere imot hunder?', 'Nei.');
  for (const person of [anne, berit]) await search(person, 'Terrier?');
  expect((await search(berit, 'Terrier?')).map(({ entry_id }) => entry_id)).toEqual([own.id]);
  await berit.client.patch(`/v1/knowledge/entries/${own.id}`, { valid_to: '2020-01-01' });
  expect(await search(berit, 'Terrier?')).toEqual([]);
});

it('words decide while the service is away, and it is left alone for a minute', async () => {
  const anne = await api.signUp();
  await add(anne, 'Er kjæledyr velkomne?', 'Ja, i bånd.');
  status = 503;
  expect((await search(anne, 'Kjæledyr?'))[0]).toMatchObject({ used: true });
  const calls = asked.length;
  expect((await search(anne, 'Kjæledyr?'))[0]).toMatchObject({ used: true });
  expect(asked.length).toBe(calls);
  status = 200;
  api.clock.advance(61_000);
  await search(anne, 'Kjæledyr?');
  expect(asked.length).toBeGreaterThan(calls);
});

it('Atlas is asked for one dealership alone, in the first stage and after it', () => {
  const [first, second] = nearestPipeline('knowledge', 'dlr_a', 'voyage-4-lite', [1, 0]) as Record<string, unknown>[];
  const filter = { dealership_id: 'dlr_a', model: 'voyage-4-lite' };
  expect(first?.$vectorSearch).toMatchObject({ index: 'knowledge', path: 'vector', queryVector: [1, 0], filter });
  expect(second?.$match).toEqual(filter);
});
