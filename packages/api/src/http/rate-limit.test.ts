import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../test/start-test-app.ts';
import { takeFrom } from './limit.ts';
import { createRateLimits } from './rate-limit.ts';

let app: TestApp;
let dealer: Person;
let other: Person;

beforeAll(async () => {
  app = await startTestApp({ env: { RATE_LIMIT_SERVER_PER_MINUTE: '100' } });
  dealer = await app.signUp();
  other = await app.signUp();
});
afterAll(() => app.close());

let posted = 0;
function post({ dealership }: Person) {
  posted += 1;
  const form = { name: 'Ola', email: `ola.${posted}@example.com`, message: 'Er den ledig?' };
  return app.as(null).post(`/webhooks/form/${dealership.id}`, form);
}

describe('a server that posts forms', () => {
  it('may send a part of its quota at once and the rest by the second, and holds up nobody else', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => post(dealer)));
    const refused = answers.filter(({ status }) => status === 429);
    // 10 at once and 3 every two seconds, of which the posts may have taken a few.
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(13);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^[12]$/);
    expect((await post(other)).status).toBe(200);
    await vi.waitFor(async () => expect((await post(dealer)).status).toBe(200), { timeout: 10_000, interval: 300 });
  });

  it('is told what it may send, and what is left of it', async () => {
    const asker = await app.signUp();
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await post(asker));
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"server";q=3;w=2, "server_burst";q=10;w=60');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"server";r=2;t=[12], "server_burst";r=10;t=60$/);
  });
});

describe('a quota of a minute', () => {
  const policyOf = async (perMinute: number) => {
    const limits = { ...app.services.env.rateLimits, serverPerMinute: perMinute };
    return (await takeFrom(createRateLimits(limits).serverPost, 'key')).headers['RateLimit-Policy'];
  };

  it.each([
    [600, '"server";q=9;w=1, "server_burst";q=60;w=60'],
    [119, '"server";q=8;w=5, "server_burst";q=23;w=60'],
    [67, '"server";q=1;w=1, "server_burst";q=7;w=60'],
    [10, '"server";q=4;w=30, "server_burst";q=2;w=60'],
    [1, '"server";q=1;w=60'],
  ])('of %d is given out evenly', async (perMinute, policy) => {
    expect(await policyOf(perMinute)).toBe(policy);
  });
});
