import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { findDealership } from '../features/dealership/find-dealership.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { escalateFailure } from './escalate-writing.ts';
import { mailInstead } from './mail-instead.ts';
import { noteCrmDelivery } from './note-crm-delivery.ts';

/** What a provider reports of a message that it took. */
export interface DeliveryReport {
  /** The provider's id of the message, or the Message-ID that we gave a mail. */
  message: { provider_id: string } | { message_id: string };
  state: 'delivered' | 'read' | 'failed';
  /** Why it failed, in words for a rep. */
  reason: string | null;
  /** Where one of several devices may have failed. */
  evenAfterFailure?: boolean;
}

/** States only move forward: a report that comes late or again finds nothing to change. */
const COMES_AFTER: Record<DeliveryReport['state'], MessageRecord['state'][]> = {
  delivered: ['sent'],
  read: ['sent', 'delivered'],
  failed: ['sent'],
};

/** In these the sending worker has not noted yet what the provider answered. */
const UNDER_WAY: MessageRecord['state'][] = ['sending', 'unknown'];
const WAITS_MS = [250, 1000, 4000];

/** Moves the message on. Of one that failed already it answers with that too: a crash may have kept it from being told. */
async function advance(report: DeliveryReport): Promise<MessageRecord | 'early' | 'late'> {
  const before = [...COMES_AFTER[report.state]];
  if (report.evenAfterFailure && report.state !== 'failed') before.push('failed');
  const moved = await Message.findOneAndUpdate(
    { ...report.message, direction: 'outbound', state: mongoose.trusted({ $in: before }) },
    { $set: { state: report.state, state_reason: report.reason } },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (moved) return moved;
  const there = await Message.findOne({ ...report.message, direction: 'outbound' }).lean<MessageRecord>();
  if (there === null || UNDER_WAY.includes(there.state)) return 'early';
  return report.state === 'failed' && there.state === 'failed' && there.sent_at ? there : 'late';
}

/** Changes an SMS that was not delivered, and forgets that it was sent: a report that comes again does not find it. */
async function updateUndelivered(message: MessageRecord, update: Partial<MessageRecord>): Promise<boolean> {
  const { _id, provider_id } = message;
  const changed = await Message.updateOne(
    { _id, provider_id, channel: 'sms', state: 'failed' },
    { $set: { ...update, provider_id: null, sent_at: null } },
  );
  return changed.matchedCount === 1;
}

/** The customer waits and heard nothing: once for each message, a person is called to it, and its lead is unread. */
export async function callPerson(services: Services, message: MessageRecord): Promise<void> {
  const { lead_id: leadId } = message;
  if (leadId === null || message.audience === 'staff') return;
  const [dealership, lead] = await Promise.all([
    findDealership(message.dealership_id),
    Lead.findOne({ _id: leadId }).lean<LeadRecord>(),
  ]);
  if (dealership && lead) await escalateFailure(services, message, lead, dealership, message.state_reason ?? '');
}

/**
 * Tells those who look on what became of a message; of one that failed, the lead's history and its reps as well, once
 * however often it is run. What a colleague's telephone did not get goes to them by mail.
 */
export async function tellOfState(services: Services, message: MessageRecord): Promise<void> {
  const leadId = message.lead_id;
  if (message.purpose === 'crm') await noteCrmDelivery(services, message);
  if (message.state === 'failed' && message.audience === 'staff')
    await mailInstead(services, message, message.state_reason ?? '', updateUndelivered);
  if (leadId === null || message.audience === 'staff') return;
  if (message.state === 'failed') {
    await callPerson(services, message);
    await addHistory({
      id: derivedId('hist', `undelivered ${message._id}`),
      leadId,
      type: 'message_failed',
      actor: SYSTEM,
      to: message.channel,
      reason: message.state_reason,
      occurredAt: services.clock.now(),
    });
  }
  await recordEvents(services, message.dealership_id, message.test, [
    { type: 'message.updated', data: { lead_id: leadId, message_id: message._id } },
    { type: 'lead.updated', data: { lead_id: leadId } },
  ]);
}

async function noteLater(services: Services, report: DeliveryReport): Promise<void> {
  for (const waitMs of WAITS_MS) {
    await sleep(waitMs);
    const result = await advance(report);
    if (typeof result === 'object') return tellOfState(services, result);
    if (result === 'late') return;
  }
}

/**
 * Moves a message of the current dealership on to what its provider reports. A report may be faster than our own note
 * that it was sent: it is tried again for some seconds, in the background, and `early` is told.
 */
export async function noteDeliveryReport(
  services: Services,
  report: DeliveryReport,
): Promise<'noted' | 'early' | 'late'> {
  const result = await advance(report);
  if (typeof result === 'object') {
    await tellOfState(services, result);
    return 'noted';
  }
  if (result === 'early') services.background.track(noteLater(services, report));
  return result;
}
