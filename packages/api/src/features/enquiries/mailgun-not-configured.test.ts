import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { postMail, signedMail } from '../../../test/work.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

it('a mail is asked to come again while no signing key is configured', async () => {
  const { dealership } = await app.signUp();
  const answer = await postMail(app, dealership.id, signedMail({ text: 'Er den ledig?' }, app.clock.now()));
  expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(answer.headers.get('retry-after')).toBe('60');
});
