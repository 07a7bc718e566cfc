import { randomInt } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { messageRecords, postForm, RecordingSms, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import { MINUTE_MS } from '../lib/clock.ts';
import { reconcileMessages } from './reconcile.ts';

const sms = new RecordingSms();

const { app, admin } = await startDealership({ env: roomyEnv, services: { sms } });
beforeEach(() => {
  sms.calls.length = 0;
  sms.found = [];
});

/** A lead that a rep has written "Ok" to, once for each answer of the provider. */
async function written(...answers: Awaited<ReturnType<RecordingSms['send']>>[]): Promise<string> {
  const { body } = await postForm(app, admin.dealership.id, { phone: `+479${randomInt(1_000_000, 9_999_999)}` });
  await settle(app);
  for (const answer of answers) {
    sms.answer = () => answer;
    await stillSignedIn(app, admin).post(`/v1/leads/${body.lead_id}/messages`, { channel: 'sms', text: 'Ok' });
    await settle(app);
  }
  return body.lead_id;
}

async function states(leadId: string) {
  const records = await messageRecords(admin.dealership.id, leadId);
  return records
    .filter(({ purpose }) => purpose === 'manual')
    .map(({ state, provider_id: id }) => [state, id] as [string, string | null]);
}

async function askTwilio(): Promise<void> {
  app.clock.advance(2 * MINUTE_MS);
  await reconcileMessages(app.services);
  await settle(app);
}

const lost = { state: 'unknown', reason: 'timeout' } as const;

it('is found again at the provider', async () => {
  const leadId = await written(lost);
  sms.found = ['SM-found'];
  await askTwilio();
  expect(await states(leadId)).toEqual([['sent', 'SM-found']]);
});

it('is not one with the same words that went out before: it is sent, for the first time', async () => {
  const leadId = await written({ state: 'sent', providerId: 'SM-first' }, lost);
  sms.found = ['SM-first'];
  sms.answer = () => ({ state: 'sent', providerId: 'SM-second' });
  await askTwilio();
  expect(await states(leadId)).toEqual([
    ['sent', 'SM-first'],
    ['unknown', null],
  ]);
  for (let tries = 0; tries < 6; tries += 1) await askTwilio();
  expect(await states(leadId)).toEqual([
    ['sent', 'SM-first'],
    ['sent', 'SM-second'],
  ]);
});

it('is one of two with the same words, never the same one for both', async () => {
  const leadId = await written(lost, lost);
  sms.found = ['SM-one'];
  sms.answer = () => lost;
  await askTwilio();
  expect((await states(leadId)).map(([state]) => state).sort()).toEqual(['sent', 'unknown']);
  sms.found = ['SM-one', 'SM-two'];
  await askTwilio();
  expect((await states(leadId)).sort()).toEqual([
    ['sent', 'SM-one'],
    ['sent', 'SM-two'],
  ]);
});
