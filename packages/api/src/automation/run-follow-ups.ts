import mongoose from 'mongoose';
import { e164OfWaId } from '../channels/whatsapp/e164-of-wa-id.ts';
import { findWhatsAppThread } from '../delivery/whatsapp-thread.ts';
import { recordEvents } from '../events/record-events.ts';
import { Connection } from '../features/connections/model.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import { FollowUp, type FollowUpRecord } from '../features/follow-ups/model.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { blankMessage, insertMessages } from '../intake/write-messages.ts';
import { describeError } from '../lib/describe-error.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';
import { politeTime } from './follow-up-times.ts';

const BATCH = 200;

/** By WhatsApp to who writes there and where a template can reach them days later; else by mail or SMS. */
async function followUpChannel(lead: LeadRecord): Promise<Pick<MessageRecord, 'channel' | 'recipient' | 'whatsapp'>> {
  const otherwise = { channel: lead.customer.email ? 'email' : 'sms', recipient: null, whatsapp: null } as const;
  if (lead.source !== 'whatsapp') return otherwise;
  const thread = await findWhatsAppThread(lead._id, null);
  const phone = thread && e164OfWaId(thread.customer);
  if (!thread || !phone) return otherwise;
  const connection = await Connection.findOne(
    { provider: 'whatsapp', external_id: thread.numberId },
    { template: 1 },
  ).lean();
  if (!connection?.template) return otherwise;
  const whatsapp = { number_id: thread.numberId, customer: thread.customer, written_at: null };
  return { channel: 'whatsapp', recipient: phone, whatsapp };
}

async function queue(services: Services, followUp: FollowUpRecord): Promise<void> {
  const now = services.clock.now();
  const lead = await Lead.findOne({ _id: followUp.lead_id }).lean<LeadRecord>();
  if (lead?.status !== 'contacted' || lead.deleted_at || lead.handled_by === 'human') {
    const reason =
      !lead || lead.deleted_at
        ? 'The lead is gone'
        : lead.handled_by === 'human'
          ? 'A person answers this customer'
          : `The lead is ${lead.status}`;
    await FollowUp.updateOne({ _id: followUp._id, state: 'scheduled' }, { state: 'cancelled', state_reason: reason });
    return;
  }
  const dealership = await findDealership(followUp.dealership_id);
  const politeAt = politeTime(now, dealership?.time_zone ?? 'UTC');
  if (politeAt > now) {
    // It was due by day and nobody was there to send it: not in the middle of the night, then.
    await FollowUp.updateOne({ _id: followUp._id, state: 'scheduled' }, { due_at: politeAt });
    return;
  }
  // The same id and send key on every run: two workers, or one after a crash, queue one message.
  const messageId = siblingId(followUp._id, 'msg');
  await insertMessages([
    blankMessage({
      _id: messageId,
      lead_id: lead._id,
      test: lead.test,
      ...(await followUpChannel(lead)),
      purpose: 'follow_up',
      send_key: `follow_up:${lead._id}:${followUp.step}`,
      step: followUp.step,
      created_at: now,
    }),
  ]);
  await FollowUp.updateOne({ _id: followUp._id, state: 'scheduled' }, { message_id: messageId });
}

/** Queues the follow-ups that are due; delivery decides once more whether each is still wanted. Tells how many. */
export async function runDueFollowUps(services: Services, signal?: AbortSignal): Promise<number> {
  const now = services.clock.now();
  const due = await asOperator(() =>
    FollowUp.find({ state: 'scheduled', message_id: null, due_at: mongoose.trusted({ $lte: now }) })
      .sort({ due_at: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<FollowUpRecord[]>(),
  );
  for (const followUp of due) {
    if (signal?.aborted) break;
    // One that fails comes up again next time; the others do not wait for it.
    await runAsTenant(followUp.dealership_id, () => queue(services, followUp)).catch((error: unknown) =>
      services.logger.error({ follow_up_id: followUp._id, ...describeError(error) }, 'follow-up could not be queued'),
    );
  }
  if (due.length > 0) services.wake();
  return due.length;
}

async function giveUp(services: Services, lead: LeadRecord, now: Date): Promise<void> {
  const lost = await Lead.updateOne(
    { _id: lead._id, status: 'contacted', handled_by: 'assistant', give_up_at: lead.give_up_at },
    {
      $set: { status: 'lost', status_reason: 'no response', give_up_at: null, updated_at: now },
      $inc: { version: 1 },
    },
  );
  if (lost.modifiedCount === 0) return;
  await addHistory({
    leadId: lead._id,
    type: 'status_changed',
    actor: SYSTEM,
    from: 'contacted',
    to: 'lost',
    reason: 'no response',
    occurredAt: now,
  });
  await recordEvents(services, lead.dealership_id, lead.test, [{ type: 'lead.updated', data: { lead_id: lead._id } }]);
}

/** Gives up leads whose customer stayed silent after the last follow-up; tells how many. */
export async function giveUpSilentLeads(services: Services, signal?: AbortSignal): Promise<number> {
  const now = services.clock.now();
  const silent = await asOperator(() =>
    Lead.find({
      status: 'contacted',
      handled_by: 'assistant',
      deleted_at: null,
      give_up_at: mongoose.trusted({ $ne: null, $lte: now }),
    })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<LeadRecord[]>(),
  );
  for (const lead of silent) {
    if (signal?.aborted) break;
    await runAsTenant(lead.dealership_id, () => giveUp(services, lead, now)).catch((error: unknown) =>
      services.logger.error({ lead_id: lead._id, ...describeError(error) }, 'lead could not be given up'),
    );
  }
  return silent.length;
}
