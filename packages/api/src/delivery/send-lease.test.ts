import { expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { leadRecord, messageRecords, postForm, roomyEnv, settle } from '../../test/work.ts';
import { Lead } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { newId } from '../lib/ids.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { SEND_LEASE_MS } from './claim-message.ts';
import { giveBackSendLease, takeSendLease } from './send-lease.ts';

const { app, admin } = await startDealership({ env: roomyEnv });

const asDealer = <T>(work: () => Promise<T>) => runAsTenant(admin.dealership.id, work);

async function answeredLead(): Promise<string> {
  const { body } = await postForm(app, admin.dealership.id);
  await settle(app);
  return body.lead_id;
}

it('is held by one message at a time, again by the same one, and runs out', async () => {
  const leadId = await answeredLead();
  const [one, other] = [newId('msg'), newId('msg')].map((_id) => ({ _id }) as MessageRecord);
  if (!one || !other) throw new Error('two messages');
  await asDealer(async () => {
    expect(await takeSendLease(app.services, leadId, one)).toBe(true);
    expect(await takeSendLease(app.services, leadId, one)).toBe(true);
    expect(await takeSendLease(app.services, leadId, other)).toBe(false);
    await giveBackSendLease(leadId, other);
    expect(await takeSendLease(app.services, leadId, other)).toBe(false);
    await giveBackSendLease(leadId, one);
    expect(await takeSendLease(app.services, leadId, other)).toBe(true);
    app.clock.advance(SEND_LEASE_MS + 1);
    expect(await takeSendLease(app.services, leadId, one)).toBe(true);
  });
});

it('is given back when a message has gone out, and one that cannot have it waits without being counted', async () => {
  const leadId = await answeredLead();
  expect((await leadRecord(admin.dealership.id, leadId)).send_lease).toBeNull();
  const now = app.clock.now();
  const followUp = newId('msg', now);
  await asDealer(async () => {
    const until = new Date(now.getTime() + SEND_LEASE_MS);
    await Lead.updateOne({ _id: leadId }, { $set: { send_lease: { message_id: 'msg_other', until } } });
    const place = { _id: followUp, lead_id: leadId, test: false, channel: 'email', purpose: 'follow_up' } as const;
    await insertMessages([blankMessage({ ...place, step: 1, send_key: `follow_up:${leadId}:1`, created_at: now })]);
  });
  await settle(app);
  const waiting = await asDealer(() => Message.findOne({ _id: followUp }).lean());
  expect(waiting).toMatchObject({ state: 'pending', attempts: 0, text: null });
  app.clock.advance(SEND_LEASE_MS + 1);
  await settle(app);
  const mails = (await messageRecords(admin.dealership.id, leadId)).filter((message) => message._id === followUp);
  expect(mails.map((message) => message.state)).not.toContain('pending');
});
