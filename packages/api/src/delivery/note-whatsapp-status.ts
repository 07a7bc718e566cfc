import mongoose from 'mongoose';
import { whatsAppMeaning } from '../channels/whatsapp/classify-whatsapp-answer.ts';
import { e164OfWaId } from '../channels/whatsapp/e164-of-wa-id.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { WhatsAppStatus } from '../features/meta/read-whatsapp-changes.ts';
import type { Services } from '../services.ts';
import { noteDeliveryReport } from './note-delivery-report.ts';
import { suppress } from './suppression.ts';

/** Reports come in any order; the furthest one holds. Delivered goes before failed: one of several devices may fail. */
const RANKS: Record<WhatsAppStatus['state'], number> = { sent: 0, failed: 1, delivered: 2, read: 3 };
const STATES = ['sent', 'failed', 'delivered', 'read'] as const;

async function findReported({ messageId, sendKey }: WhatsAppStatus): Promise<MessageRecord | null> {
  const ours = { channel: 'whatsapp' as const, direction: 'outbound' as const };
  const known = await Message.findOne({ ...ours, provider_id: messageId }).lean<MessageRecord>();
  if (known || sendKey === null) return known;
  return Message.findOne({ ...ours, send_key: sendKey }).lean<MessageRecord>();
}

/**
 * A report proves that a message went out. One that nobody has noted as sent, because the answer to it was lost, is given
 * to the reconciliation, which finds the provider's id and finishes it; without this it would be sent again or given up.
 */
async function proveSent(services: Services, message: MessageRecord, status: WhatsAppStatus): Promise<void> {
  // That it failed proves as much, but only of one whose fate nobody knows: what was refused stays as it is.
  const states: MessageRecord['state'][] = status.state === 'failed' ? ['unknown'] : ['pending', 'unknown', 'failed'];
  const now = services.clock.now();
  await Message.updateOne({ _id: message._id, provider_id: null }, { $set: { provider_id: status.messageId } });
  await Message.updateOne(
    { _id: message._id, sent_at: null, state: mongoose.trusted({ $in: states }) },
    {
      $set: { state: 'unknown', state_reason: null, dispatched_at: message.dispatched_at ?? now, lease_until: now },
      $inc: { fence: 1 },
    },
  );
}

async function applyRank(services: Services, message: MessageRecord): Promise<void> {
  const state = STATES[message.reported_rank ?? 0];
  if (!message.provider_id || !message.sent_at || state === undefined || state === 'sent') return;
  await noteDeliveryReport(services, {
    message: { provider_id: message.provider_id },
    state,
    reason: state === 'failed' ? (message.reported_reason ?? null) : null,
    evenAfterFailure: true,
  });
}

/** Moves a message that is noted as sent on to the furthest report there is of it. */
export async function applyReports(services: Services, messageId: string): Promise<void> {
  const message = await Message.findOne({ _id: messageId }).lean<MessageRecord>();
  if (message) await applyRank(services, message);
}

/**
 * Whether a report says no more than what an earlier one did, and that one was carried out to its end. A failure has more
 * to it than its state: it is told again, which calls nobody twice.
 */
function isOldNews(message: MessageRecord, status: WhatsAppStatus): boolean {
  const known = message.reported_rank ?? 0;
  if (RANKS[status.state] > known) return false;
  return known === 0 || (message.state === STATES[known] && message.state !== 'failed');
}

/** Notes what WhatsApp reports of a message of the current dealership; of others' it knows nothing and does nothing. */
export async function noteWhatsAppStatus(services: Services, status: WhatsAppStatus): Promise<void> {
  const message = await findReported(status);
  if (!message) return;
  const refusal = status.errorCode === null ? null : whatsAppMeaning(status.errorCode);
  const phone = message.whatsapp ? e164OfWaId(message.whatsapp.customer) : message.recipient;
  if (refusal?.meaning === 'stop' && phone) await suppress(services, 'whatsapp', phone, 'stop');
  const proven = message.provider_id !== null && message.sent_at !== null;
  if (proven && isOldNews(message, status)) return;
  if (!proven) await proveSent(services, message, status);
  const reason = `WhatsApp did not deliver it${status.errorCode === null ? '' : ` (${status.errorCode})`}`;
  const reported = await Message.findOneAndUpdate(
    { _id: message._id },
    {
      $max: { reported_rank: RANKS[status.state] },
      ...(status.state === 'failed' ? { $set: { reported_reason: reason } } : {}),
    },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (reported) await applyRank(services, reported);
}
