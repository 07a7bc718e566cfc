import type { SendResult } from '../channels/send-result.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '../lib/clock.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { afterSent } from './after-sent.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';
import { updateHeld } from './claim-message.ts';
import { escalateFailure, escalateProvider } from './escalate-writing.ts';
import { noteCrmDelivery } from './note-crm-delivery.ts';
import { applyReports } from './note-whatsapp-status.ts';
import { announce, type Sending } from './sending.ts';
import { suppress } from './suppression.ts';

/** A message that was tried this often has failed. */
export const MAX_ATTEMPTS = 8;
/** A message waits this long for an account that the provider refuses to be mended. */
const RECONNECT_MS = DAY_MS;
const RECONNECT_WAIT_MS = 5 * MINUTE_MS;

/** Ends a message that cannot be sent: the lead asks for a person. */
export async function fail(services: Services, { message, lead, dealership }: Sending, reason: string): Promise<void> {
  // Before the message counts as failed: a crash in between then leads here once more.
  if (lead && message.audience === 'customer') await escalateFailure(services, message, lead, dealership, reason);
  if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'failed', state_reason: reason });
  if (!(await updateHeld(message, { state: 'failed', state_reason: reason, lease_until: null }))) return;
  if (!lead || message.audience === 'staff') return;
  await callOffFollowUp(message, reason, services.clock.now());
  // The customer waits and heard nothing: the lead asks for a person.
  await Lead.updateOne({ _id: lead._id }, { $set: { unread: true }, $inc: { version: 1 } });
  await addHistory({
    id: siblingId(message._id, 'hist'),
    leadId: lead._id,
    type: 'message_failed',
    actor: SYSTEM,
    to: message.channel,
    reason,
    occurredAt: services.clock.now(),
  });
}

type NotYet = Extract<SendResult, { state: 'retry' | 'reconnect' }>;

function isOver(message: MessageRecord, result: NotYet, now: Date): boolean {
  if (result.state === 'retry') return message.attempts >= MAX_ATTEMPTS;
  const since = message.refused_since ?? now;
  return now.getTime() - since.getTime() > RECONNECT_MS;
}

function waitBefore(message: MessageRecord, result: NotYet): number {
  if (result.state === 'reconnect') return RECONNECT_WAIT_MS;
  return result.retryAfterMs ?? Math.min(30 * MINUTE_MS, 5 * SECOND_MS * 3 ** message.attempts);
}

/** Notes what became of a message that the provider was asked to send. */
export async function settle(services: Services, sending: Sending, result: SendResult): Promise<void> {
  const { message, lead, dealership } = sending;
  const now = services.clock.now();
  if (result.state === 'failed' || result.state === 'reconnect') {
    services.logger.error(
      { message_id: message._id, channel: message.channel, reason: result.reason },
      `send: ${result.state}`,
    );
  }
  if (result.state === 'sent') {
    if (lead && message.audience === 'customer') await afterSent(services, message, lead, dealership, now);
    if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'sent' });
    await updateHeld(message, {
      state: 'sent',
      state_reason: null,
      sent_at: now,
      refused_since: null,
      provider_id: result.providerId,
      lease_until: null,
    });
    if (message.channel === 'whatsapp') await applyReports(services, message._id);
  } else if (result.state === 'unknown') {
    const lookAt = after(now, MINUTE_MS);
    await updateHeld(message, {
      ...{ state: 'unknown', state_reason: result.reason, refused_since: null, lease_until: lookAt },
    });
  } else if (result.state === 'failed' || isOver(message, result, now)) {
    // The provider knows of a STOP that we have not heard of.
    if (result.reason === 'opted_out' && message.recipient)
      await suppress(
        services,
        message.channel === 'whatsapp' ? 'whatsapp' : 'sms',
        message.recipient,
        'stop',
        message.test,
      );
    await fail(services, sending, result.reason);
  } else {
    if (result.state === 'reconnect') await escalateProvider(services, message, dealership, result.reason);
    await updateHeld(message, {
      state: 'pending',
      state_reason: result.reason,
      due_at: after(now, waitBefore(message, result)),
      // An account that is refused is no fault of this message: only its own failures count.
      attempts: result.state === 'reconnect' ? message.attempts - 1 : message.attempts,
      refused_since: result.state === 'reconnect' ? (message.refused_since ?? now) : null,
      dispatched_at: null,
      lease_until: null,
    });
  }
  await announce(services, sending);
}
