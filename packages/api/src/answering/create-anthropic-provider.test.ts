import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AnthropicProviderOptions, createAnthropicProvider } from './create-anthropic-provider.ts';
import { type FakeMessagesApi, startMessagesApi } from './testing/start-messages-api.ts';
import type { ModelRequest } from './types.ts';

const schema = z.object({ answer: z.string(), score: z.number().min(0).max(1) });
const request: ModelRequest<z.infer<typeof schema>> = {
  tier: 'fast',
  system: 'Answer briefly.',
  messages: [{ role: 'user', content: 'Er bilen ledig?' }],
  schema,
  effort: 'low',
  maxTokens: 1200,
  deadlineMs: 5000,
  tenantId: 'deal_fjord',
};
const good = { kind: 'text', text: '{"answer":"ja","score":0.9}' } as const;
const usage = { inputTokens: 1000, outputTokens: 200 };

let api: FakeMessagesApi;
let clockMs: number;
let warnings: string[];

beforeEach(async () => {
  api = await startMessagesApi();
  clockMs = 0;
  warnings = [];
});
afterEach(() => api.close());

function createProvider(options: Partial<AnthropicProviderOptions> = {}) {
  return createAnthropicProvider({
    apiKey: 'test-key',
    baseUrl: api.url,
    fastModel: 'claude-haiku-5-5',
    mainModel: 'claude-sonnet-5-5',
    timeoutMs: 2000,
    now: () => clockMs,
    logger: { warn: (_details, message) => warnings.push(message) },
    ...options,
  });
}

describe('the request', () => {
  it('keeps the contract of the Messages API', async () => {
    api.answer(good);
    await createProvider().complete(request);
    const [sent] = api.requests;
    expect(sent?.path).toBe('/v1/messages');
    expect(sent?.headers.authorization).toBe('Bearer test-key');
    expect(sent?.headers['x-api-key']).toBeUndefined();
    expect(sent?.headers['anthropic-version']).toBe('2026-10-21');
    expect(sent?.body).toMatchObject({ model: 'claude-haiku-5-5', max_tokens: 1200, system: 'Answer briefly.' });
    for (const forbidden of ['temperature', 'top_p', 'top_k', 'tool_choice', 'tools', 'thinking', 'stream'])
      expect(sent?.body).not.toHaveProperty(forbidden);
    expect(sent?.body.messages.at(-1)?.role).toBe('user');
    expect(sent?.body.metadata.user_id).toBe(createHash('sha256').update('deal_fjord').digest('hex'));
    expect(sent?.body.output_config.effort).toBe('low');
    expect(sent?.body.output_config.format).toMatchObject({
      type: 'json_schema',
      schema: { type: 'object', additionalProperties: false, required: ['answer', 'score'] },
    });
  });

  it('uses the main model for writing', async () => {
    api.answer(good);
    await createProvider().complete({ ...request, tier: 'main' });
    expect(api.requests[0]?.body.model).toBe('claude-sonnet-5-5');
  });
});

describe('the answer', () => {
  it.each([
    ['plain', good],
    ['after a thinking block', { ...good, thinkingFirst: true }],
  ])('is read when it comes %s', async (_, answer) => {
    api.answer(answer);
    expect(await createProvider().complete(request)).toEqual({ ok: true, output: { answer: 'ja', score: 0.9 }, usage });
  });

  it.each([
    ['truncated', { kind: 'text', text: '{"answer":"j', stopReason: 'max_tokens' }],
    ['truncated', { kind: 'text', text: '{"answer":"j', stopReason: 'model_context_window_exceeded' }],
    ['refusal', { kind: 'text', text: '', stopReason: 'refusal' }],
    ['not_json', { kind: 'text', text: 'Ja, bilen er ledig!' }],
    ['not_json', { kind: 'text', text: '' }],
    ['schema', { kind: 'text', text: '{"answer":"ja"}' }],
    ['schema', { kind: 'text', text: '{"answer":"ja","score":7}' }],
  ] as const)('fails as %s and still reports its tokens', async (reason, answer) => {
    api.answer(answer);
    expect(await createProvider().complete(request)).toEqual({ ok: false, reason, usage });
    expect(api.requests).toHaveLength(1);
  });
});

describe('a failing API', () => {
  it.each([
    [400, 'bad_request', 1],
    [402, 'payment_required', 1],
    [413, 'bad_request', 1],
    [422, 'bad_request', 1],
    [429, 'rate_limited', 2],
    [500, 'overloaded', 2],
    [529, 'overloaded', 2],
  ] as const)('answers %i: %s after %i attempts', async (status, reason, attempts) => {
    api.answer({ kind: 'status', status });
    expect(await createProvider().complete(request)).toMatchObject({ ok: false, reason });
    expect(api.requests).toHaveLength(attempts);
    expect(warnings).toEqual(['A model call failed']);
  });

  it('is asked once more after an overload, and the answer counts', async () => {
    api.answer({ kind: 'status', status: 529 }, good);
    expect(await createProvider().complete(request)).toMatchObject({ ok: true });
  });

  it.each([401, 403])('answers %i: never asked again, one warning', async (status) => {
    api.answer({ kind: 'status', status });
    const provider = createProvider();
    expect(await provider.complete(request)).toMatchObject({ ok: false, reason: 'unauthorised' });
    expect(await provider.complete(request)).toMatchObject({ ok: false, reason: 'disabled' });
    expect(api.requests).toHaveLength(1);
    expect(warnings).toHaveLength(1);
  });

  it('stays silent: gives up at the deadline and books what the attempts may have cost', async () => {
    api.answer({ kind: 'silence' });
    const answer = await createProvider({ timeoutMs: 60 }).complete({ ...request, deadlineMs: 200 });
    expect(answer).toMatchObject({ ok: false, reason: 'timeout' });
    expect(answer.usage.inputTokens).toBeGreaterThan(0);
  });

  it('hangs up: reported as a connection failure', async () => {
    api.answer({ kind: 'hang_up' });
    expect(await createProvider().complete(request)).toMatchObject({ ok: false, reason: 'connection' });
  });

  it('is not there: costs nothing', async () => {
    const gone = await startMessagesApi();
    await gone.close();
    const answer = await createProvider({ baseUrl: gone.url }).complete(request);
    expect(answer).toEqual({ ok: false, reason: 'connection', usage: { inputTokens: 0, outputTokens: 0 } });
  });
});

describe('the circuit', () => {
  async function failTimes(provider: ReturnType<typeof createProvider>, times: number) {
    api.answer({ kind: 'status', status: 529 });
    for (let count = 0; count < times; count += 1) await provider.complete(request);
  }

  it('opens after 5 failures and closes after 60 s with a good answer', async () => {
    const provider = createProvider();
    await failTimes(provider, 5);
    const asked = api.requests.length;
    expect(await provider.complete(request)).toMatchObject({ ok: false, reason: 'circuit_open' });
    expect(api.requests).toHaveLength(asked);
    clockMs = 60_001;
    api.answer(good);
    expect(await provider.complete(request)).toMatchObject({ ok: true });
    expect(await provider.complete(request)).toMatchObject({ ok: true });
  });

  it('opens again when the probe fails', async () => {
    const provider = createProvider();
    await failTimes(provider, 5);
    clockMs = 60_001;
    expect(await provider.complete(request)).toMatchObject({ ok: false, reason: 'overloaded' });
    expect(await provider.complete(request)).toMatchObject({ ok: false, reason: 'circuit_open' });
  });

  it('forgets failures older than a minute, and does not count bad requests', async () => {
    const provider = createProvider();
    await failTimes(provider, 4);
    clockMs = 61_000;
    await failTimes(provider, 1);
    api.answer({ kind: 'status', status: 400 });
    for (let count = 0; count < 6; count += 1) await provider.complete(request);
    api.answer(good);
    expect(await provider.complete(request)).toMatchObject({ ok: true });
  });
});
