import { expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { postForm, roomyEnv, settle } from '../../test/work.ts';
import { Arrival } from '../features/arrivals/model.ts';
import { DAY_MS } from '../lib/clock.ts';
import { asOperator } from '../tenancy/context.ts';
import { forgetOldArrivals } from './forget-old-arrivals.ts';

const { app, admin } = await startDealership({ env: roomyEnv });

const stored = () => asOperator(() => Arrival.find({ dealership_id: admin.dealership.id }).sort({ _id: 1 }).lean());

it('takes the words out of what is done and older than thirty days, once, and keeps its key', async () => {
  await postForm(app, admin.dealership.id, { email: 'old@example.com' });
  await settle(app);
  app.clock.advance(29 * DAY_MS);
  expect(await forgetOldArrivals(app.services)).toBe(0);
  app.clock.advance(2 * DAY_MS);
  await postForm(app, admin.dealership.id, { email: 'new@example.com' });
  await settle(app);
  expect(await forgetOldArrivals(app.services)).toBe(1);
  expect(await forgetOldArrivals(app.services)).toBe(0);
  const [old, recent] = await stored();
  expect(JSON.stringify(old)).not.toContain('old@example.com');
  expect(old).toMatchObject({ payload: null, outcome: 'lead_created', state: 'done', key: old?._id });
  expect(JSON.stringify(recent)).toContain('new@example.com');
});
