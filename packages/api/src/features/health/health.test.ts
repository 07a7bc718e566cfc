import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/start-test-app.ts';
import { ensureIndexes } from '../../database/connect.ts';
import type { components } from '../../generated/openapi.ts';
import { User } from '../users/model.ts';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const ready = () => api.as(null).get<components['schemas']['Problem']>('/health/ready');

it('is not ready while a unique index is missing, and then says so without naming it', async () => {
  await User.collection.dropIndex('email_1');
  const answer = await ready();
  expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.text).not.toContain('email');
  expect(api.logger.text()).toContain('users {\\"email\\":1}');
  await ensureIndexes();
  expect((await ready()).status).toBe(200);
});

it('is alive but not ready while the database cannot be reached', async () => {
  const { name } = mongoose.connection;
  await mongoose.disconnect();
  expect((await api.as(null).get('/health/live')).body).toEqual({ status: 'ok' });
  const answer = await ready();
  expect([answer.status, answer.body.detail]).toEqual([503, 'The database cannot be reached.']);
  expect((await api.as(null).post('/v1/auth/login', { email: 'a@b.example', password: 'x' })).status).toBe(503);
  await mongoose.connect(api.services.env.mongodbUri, { dbName: name });
  expect((await ready()).status).toBe(200);
});
