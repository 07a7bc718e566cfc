import { beforeEach, expect, it, vi } from 'vitest';
import { type Write, withFaults } from '../../test/faults.ts';
import { startDealership } from '../../test/start-dealership.ts';
import { messageRecords, postForm, RecordingSms, roomyEnv, settle, stillSignedIn } from '../../test/work.ts';
import { Message } from '../features/messages/model.ts';
import { MINUTE_MS } from '../lib/clock.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';
import { reconcileMessages } from './reconcile.ts';

const sms = new RecordingSms();

const { app, admin } = await startDealership({ env: roomyEnv, services: { sms } });
beforeEach(async () => {
  // What the tests before leave unsettled is not asked about again.
  await asOperator(() => Message.deleteMany({ state: 'unknown' }));
  sms.calls.length = 0;
  sms.found = [];
  sms.answer = RecordingSms.accept;
  sms.findSent = async () => sms.found;
});

type Sent = Awaited<ReturnType<RecordingSms['send']>>;

let customers = 0;
function newPhone(): string {
  customers += 1;
  return `+47${90_400_000 + customers}`;
}

async function newLead(phone = newPhone(), who = admin): Promise<string> {
  const { body } = await postForm(app, who.dealership.id, { phone });
  await settle(app);
  return body.lead_id;
}

async function write(
  leadId: string,
  answer: () => Sent | Promise<Sent>,
  { text = 'Ok', who = admin } = {},
): Promise<void> {
  sms.answer = answer;
  await stillSignedIn(app, who).post(`/v1/leads/${leadId}/messages`, { channel: 'sms', text });
  await settle(app);
}

/** A lead that a rep has written "Ok" to, once for each answer of the provider. */
async function written(...answers: Sent[]): Promise<string> {
  const leadId = await newLead();
  for (const answer of answers) await write(leadId, () => answer);
  return leadId;
}

async function states(leadId: string, who = admin) {
  const records = await messageRecords(who.dealership.id, leadId);
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

it('is not known while another is being sent to the same number: that one is in the list before its id is noted', async () => {
  const leadId = await written(lost);
  app.clock.advance(2 * MINUTE_MS);
  let answer = (_: Sent): void => undefined;
  const answered = new Promise<Sent>((resolve) => {
    answer = resolve;
  });
  const writing = write(leadId, () => answered);
  await vi.waitFor(() => expect(sms.calls.length).toBe(2));
  sms.found = ['SM-racing'];
  await reconcileMessages(app.services);
  answer({ state: 'sent', providerId: 'SM-racing' });
  await writing;
  await askTwilio();
  expect(await states(leadId)).toEqual([
    ['unknown', null],
    ['sent', 'SM-racing'],
  ]);
});

it('is not one that another dealership has sent to the same customer', async () => {
  const other = await app.signUp();
  const phone = newPhone();
  const theirs = await newLead(phone, other);
  const leadId = await newLead(phone);
  await write(leadId, () => lost);
  await write(theirs, () => ({ state: 'sent', providerId: 'SM-theirs' }), { who: other });
  sms.found = ['SM-theirs'];
  await askTwilio();
  expect([await states(leadId), await states(theirs, other)]).toEqual([[['unknown', null]], [['sent', 'SM-theirs']]]);
});

it('stays the one it was recognised as, where the worker stopped then', async () => {
  const leadId = await written(lost);
  sms.found = ['SM-old'];
  app.clock.advance(2 * MINUTE_MS);
  let isNoted = false;
  const dies = ({ collection, method }: Write): 'done' | 'lost' => {
    if (isNoted) return 'lost';
    isNoted = collection === 'messages' && method === 'updateOne';
    return 'done';
  };
  await withFaults(dies, () => reconcileMessages(app.services));
  expect(await states(leadId)).toEqual([['unknown', 'SM-old']]);
  sms.found = ['SM-new', 'SM-old'];
  await askTwilio();
  expect(await states(leadId)).toEqual([['sent', 'SM-old']]);
});

it('is the same one, and no second, where the worker stopped before it noted which', async () => {
  const leadId = await written(lost);
  sms.found = ['SM-claimed'];
  app.clock.advance(2 * MINUTE_MS);
  let isClaimed = false;
  const dies = ({ collection }: Write): 'done' | 'lost' => {
    if (isClaimed) return 'lost';
    isClaimed = collection === 'sms_ids';
    return 'done';
  };
  await withFaults(dies, () => reconcileMessages(app.services));
  expect(await states(leadId)).toEqual([['unknown', null]]);
  sms.found = ['SM-other', 'SM-claimed'];
  await askTwilio();
  expect(await states(leadId)).toEqual([['sent', 'SM-claimed']]);
});

it('is left to the worker that has taken it over meanwhile', async () => {
  const leadId = await written(lost);
  const record = { lead_id: leadId, purpose: 'manual' as const };
  sms.findSent = async () => {
    await runAsTenant(admin.dealership.id, () => Message.updateOne(record, { $inc: { fence: 1 } }));
    return ['SM-late'];
  };
  await askTwilio();
  expect(await states(leadId)).toEqual([['unknown', null]]);
});

it('is found by the words as the provider got them', async () => {
  const leadId = await newLead();
  await write(leadId, () => lost, { text: 'Kom “når” du vil – vi er her…' });
  const [call] = sms.calls;
  sms.findSent = async ({ text }) => (text === call?.text ? ['SM-plain'] : []);
  await askTwilio();
  expect(await states(leadId)).toEqual([['sent', 'SM-plain']]);
});

it('is sent, and not sent again, where its provider names it like another', async () => {
  const leadId = await written({ state: 'sent', providerId: 'SM-twice' }, { state: 'sent', providerId: 'SM-twice' });
  expect(await states(leadId)).toEqual([
    ['sent', 'SM-twice'],
    ['sent', null],
  ]);
});
