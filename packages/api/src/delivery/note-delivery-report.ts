import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';

/** What a provider reports of a message that it took. */
export interface DeliveryReport {
  /** The provider's id of the message. */
  providerId: string;
  state: 'delivered' | 'read' | 'failed';
  /** Why it failed, in words for a rep. */
  reason: string | null;
}

/** States only move forward: a report that comes late or again finds nothing to change. */
const COMES_AFTER: Record<DeliveryReport['state'], MessageRecord['state'][]> = {
  delivered: ['sent'],
  read: ['sent', 'delivered'],
  failed: ['sent'],
};

/**
 * Moves a message of the current dealership on to what its provider reports. A failure asks for a person: the customer
 * waits and heard nothing. Tells `unknown` when no message has
 * that id.
 */
export async function noteDeliveryReport(
  services: Services,
  report: DeliveryReport,
): Promise<'noted' | 'late' | 'unknown'> {
  if (report.providerId === '') return 'late';
  const message = await Message.findOneAndUpdate(
    { provider_id: report.providerId, state: mongoose.trusted({ $in: COMES_AFTER[report.state] }) },
    { $set: { state: report.state, state_reason: report.reason } },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (!message) return (await Message.exists({ provider_id: report.providerId })) === null ? 'unknown' : 'late';
  const leadId = message.lead_id;
  if (leadId === null || message.audience === 'staff') return 'noted';
  if (report.state === 'failed') {
    await addHistory({
      id: derivedId('hist', `undelivered ${message._id}`),
      leadId,
      type: 'message_failed',
      actor: SYSTEM,
      to: message.channel,
      reason: report.reason,
      occurredAt: services.clock.now(),
    });
    await Lead.updateOne({ _id: leadId }, { $set: { unread: true }, $inc: { version: 1 } });
  }
  await recordEvents(services, message.dealership_id, message.test, [
    { type: 'message.updated', data: { lead_id: leadId, message_id: message._id } },
    { type: 'lead.updated', data: { lead_id: leadId } },
  ]);
  return 'noted';
}
