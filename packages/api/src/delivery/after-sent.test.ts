import { expect, it } from 'vitest';
import { startDealership } from '../../test/start-dealership.ts';
import { leadRecord, messageRecords, postForm, replyOf, roomyEnv, settle } from '../../test/work.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, HOUR_MS, SECOND_MS } from '../lib/clock.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { afterSent } from './after-sent.ts';

const { app, admin, dealer } = await startDealership({ env: roomyEnv });

/** What a colleague wrote on the telephone an hour ago and that is told of only now. */
async function tellLate(leadId: string): Promise<void> {
  const lead = await leadRecord(dealer, leadId);
  const [one] = await messageRecords(dealer, leadId);
  const dealership = await findDealership(dealer);
  if (!one || !dealership) throw new Error('nothing was written');
  const sentAt = after(app.clock.now(), -HOUR_MS);
  const written = { purpose: 'manual', sender_type: 'human', text: 'Jeg ringer deg.', created_at: sentAt } as const;
  const late: MessageRecord = { ...one, ...written };
  await runAsTenant(dealer, () => afterSent(app.services, late, lead, dealership, sentAt));
}

it('what was sent before the newest does not move a lead back', async () => {
  const { body } = await postForm(app, dealer);
  await settle(app);
  const before = await leadRecord(dealer, body.lead_id);
  await tellLate(body.lead_id);
  const { last_activity_at, last_contact_at, preview, first_response_at } = before;
  expect(await leadRecord(dealer, body.lead_id)).toMatchObject({
    last_activity_at,
    last_contact_at,
    preview,
    first_response_at,
  });
});

it('nothing that was sent before an enquiry came is the first answer to it', async () => {
  await admin.client.patch('/v1/assistant', { auto_reply: false });
  const { body } = await postForm(app, dealer);
  await settle(app);
  await tellLate(body.lead_id);
  expect(await leadRecord(dealer, body.lead_id)).toMatchObject({
    first_response_at: null,
    first_response_seconds: null,
  });
});

it('an answer is the first also where the clock of the worker is behind', async () => {
  const { body } = await postForm(app, dealer);
  await settle(app);
  const lead = await leadRecord(dealer, body.lead_id);
  const dealership = await findDealership(dealer);
  if (!dealership) throw new Error('there is no dealership');
  const sentAt = after(lead.created_at, -2 * SECOND_MS);
  const reply = await replyOf(dealer, body.lead_id);
  await runAsTenant(dealer, () => afterSent(app.services, reply, lead, dealership, sentAt));
  expect(await leadRecord(dealer, body.lead_id)).toMatchObject({
    first_response_at: sentAt,
    first_response_seconds: 0,
  });
});
