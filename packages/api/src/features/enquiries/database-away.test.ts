import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { enquiry, mailRoute, roomyEnv, signedMail } from '../../../test/work.ts';
import { connectDatabase } from '../../database/connect.ts';

let app: TestApp;
let dealer: string;
let route: string;
beforeAll(async () => {
  app = await startTestApp({ env: roomyEnv });
  dealer = (await app.signUp()).dealership.id;
  route = await mailRoute(dealer);
});
afterAll(() => app.close());

async function whileAway(work: () => Promise<void>): Promise<void> {
  const { name } = mongoose.connection;
  await mongoose.disconnect();
  try {
    await work();
  } finally {
    await connectDatabase(app.services.env.mongodbUri, { dbName: name, appName: 'norvalt-test' });
  }
}

describe('without a connection to the database', () => {
  const posts: Record<string, () => Promise<{ status: number; headers: Headers }>> = {};
  beforeEach(() => {
    const form = enquiry();
    const mail = new URLSearchParams(signedMail({ text: 'Er Volvo XC60 ledig?' }, app.clock.now())).toString();
    posts.form = () => app.as(null).post(`/webhooks/form/${dealer}`, form);
    posts.mail = () => app.as(null).post(route, mail, { 'content-type': 'application/x-www-form-urlencoded' });
  });

  it.each(['form', 'mail'])('a %s is asked to come again, and is stored when it does', async (kind) => {
    await whileAway(async () => {
      const refused = await posts[kind]?.();
      expect(refused?.status).toBe(503);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    });
    expect((await posts[kind]?.())?.status).toBe(200);
    await app.services.background.idle();
  });
});
