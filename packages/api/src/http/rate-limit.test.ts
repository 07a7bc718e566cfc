import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Person, startTestApp, type TestApp } from '../../test/start-test-app.ts';

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
    // 40 at once and 1 a second, of which the posts may have taken a few.
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(41);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(refused[0]?.headers.get('ratelimit-policy')).toBe('"server";q=100;w=60');
    expect((await post(other)).status).toBe(200);
    await vi.waitFor(async () => expect((await post(dealer)).status).toBe(200), { timeout: 10_000, interval: 300 });
  });
});
