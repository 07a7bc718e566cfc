import mongoose from 'mongoose';
import { applyReceipts } from '../channels/chat/note-chat-receipt.ts';
import { sendToChat } from '../channels/chat/send-to-chat.ts';
import { recordEvents } from '../events/record-events.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { PROCESS_ID } from '../intake/process-id.ts';
import { after, MINUTE_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { drainInLanes } from '../lib/in-lanes.ts';
import type { Services } from '../services.ts';
import { asOperator, runAsTenant } from '../tenancy/context.ts';
import { afterSent } from './after-sent.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';
import { SEND_LEASE_MS } from './claim-message.ts';
import { goesToOutbox, wasDispatched } from './dispatch.ts';
import { noteCrmDelivery } from './note-crm-delivery.ts';
import { callPerson, tellOfState } from './note-delivery-report.ts';
import { applyReports } from './note-whatsapp-status.ts';

/** Messages that one sweep asks about at a time; most of the time of each is spent waiting for its provider. */
const LANES = 4;

/** How long the provider is asked before a message counts as not sent. */
const PATIENCE_MS = 10 * MINUTE_MS;

/** Takes the next message that was due to be asked about at a time; leases run from now. */
async function take(services: Services, state: 'sending' | 'unknown', dueAt: Date): Promise<MessageRecord | null> {
  const now = services.clock.now();
  return asOperator(() =>
    Message.findOneAndUpdate(
      { state, lease_until: mongoose.trusted({ $lte: dueAt }) },
      { $set: { owner: PROCESS_ID, lease_until: after(now, SEND_LEASE_MS) }, $inc: { fence: 1 } },
      { sort: { lease_until: 1 }, returnDocument: 'after' },
    ).lean<MessageRecord>(),
  );
}

/** Changes the message if it is as it was taken; tells whether it is. */
async function change(message: MessageRecord, update: Partial<MessageRecord>): Promise<boolean> {
  const { _id, fence, state } = message;
  return (await Message.updateOne({ _id, fence, state }, { $set: update })).matchedCount === 1;
}

async function foundSent(services: Services, message: MessageRecord): Promise<void> {
  const chatId = message.channel === 'chat' ? (message.chat?.session_id ?? null) : null;
  // The worker may have died in the middle of it: what it did is done already, the rest is not.
  if (chatId !== null) await sendToChat(services, chatId, message);
  const dealership = await findDealership(message.dealership_id);
  const lead = message.lead_id === null ? null : await Lead.findOne({ _id: message.lead_id }).lean<LeadRecord>();
  const sentAt = message.dispatched_at ?? services.clock.now();
  if (dealership && lead && message.audience === 'customer')
    await afterSent(services, message, lead, dealership, sentAt);
  if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'sent' });
  await change(message, {
    ...{ state: 'sent', state_reason: null, sent_at: sentAt, lease_until: null },
    ...(chatId === null ? {} : { provider_id: message._id }),
  });
  if (message.channel === 'whatsapp') await applyReports(services, message._id);
  if (chatId !== null) await applyReceipts(services, chatId, message._id);
  if (lead && message.audience === 'customer')
    await recordEvents(services, message.dealership_id, message.test, [
      { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
      { type: 'lead.updated', data: { lead_id: lead._id } },
    ]);
}

/** Nobody can say whether it went out: a person decides, and it is never sent again by itself. */
async function giveUp(services: Services, message: MessageRecord): Promise<void> {
  const now = services.clock.now();
  const given = { state: 'failed', state_reason: 'It is not known whether it was sent', lease_until: null } as const;
  const failed: MessageRecord = { ...message, ...given };
  // Since it was taken a report may have proved that it went out.
  if (!(await change(message, { lease_until: after(now, SEND_LEASE_MS) }))) return;
  // Before it counts as failed: a crash in between leads here once more.
  await callPerson(services, failed);
  await callOffFollowUp(message, given.state_reason, now);
  if (await change(message, given)) await tellOfState(services, failed);
}

async function resolve(services: Services, message: MessageRecord, sweptAt: Date): Promise<void> {
  const now = services.clock.now();
  if (message.dispatched_at === null) {
    // The worker died before it called anybody: nothing went out, so it simply starts again.
    await change(message, { state: 'pending', due_at: now, lease_until: null });
    services.wake();
    return;
  }
  if (message.state === 'sending') {
    await change(message, {
      state: 'unknown',
      state_reason: 'The worker stopped while sending',
      // Asked in this same sweep: the lease was over, so what the provider took it took a while ago.
      lease_until: sweptAt,
    });
    return;
  }
  const sent = await wasDispatched(services, message).catch(() => null);
  if (sent === true) return foundSent(services, message);
  // Our own outbox and our own chats have no delay: what is not in them was not sent.
  const patienceMs = message.channel === 'chat' || goesToOutbox(services, message) ? 0 : PATIENCE_MS;
  if (sent === null || now.getTime() - message.dispatched_at.getTime() < patienceMs) {
    await change(message, { lease_until: after(now, MINUTE_MS) });
    return;
  }
  if (message.channel === 'whatsapp' && !goesToOutbox(services, message)) return giveUp(services, message);
  // The provider has had its time and knows nothing of it: one more try, under the same Message-ID.
  await change(message, {
    state: 'pending',
    due_at: now,
    dispatched_at: null,
    lease_until: null,
    state_reason: message.channel === 'chat' ? null : 'The provider did not have it',
  });
  services.wake();
}

/**
 * Finds out what became of messages whose worker died or whose provider did not answer, a few at a time and each once;
 * tells how many. Nothing more is taken up once the signal is aborted.
 */
export async function reconcileMessages(services: Services, signal?: AbortSignal): Promise<number> {
  const sweptAt = services.clock.now();
  let count = 0;
  for (const state of ['sending', 'unknown'] as const) {
    const next = () => (signal?.aborted ? null : take(services, state, sweptAt));
    count += await drainInLanes(next, LANES, (message) =>
      // One that fails keeps its lease and is asked about again when that is over; the others do not wait for it.
      runAsTenant(message.dealership_id, () => resolve(services, message, sweptAt)).catch((error: unknown) =>
        services.logger.error({ message_id: message._id, ...describeError(error) }, 'reconciliation failed'),
      ),
    );
  }
  return count;
}
