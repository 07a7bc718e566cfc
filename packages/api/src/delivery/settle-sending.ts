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
import { claimSmsId } from './claim-sms-id.ts';
import { escalateFailure, escalateProvider } from './escalate-writing.ts';
import { mailInstead } from './mail-instead.ts';
import { noteCrmDelivery } from './note-crm-delivery.ts';
import { applyReports } from './note-whatsapp-status.ts';
import { announce, type Sending } from './sending.ts';
import { suppress } from './suppression.ts';

/** A message that was tried this often has failed. */
export const MAX_ATTEMPTS = 8;
/** A message waits this long for an account that the provider refuses to be mended. */
const RECONNECT_MS = DAY_MS;
const RECONNECT_WAIT_MS = 5 * MINUTE_MS;

/** Ends a message that cannot be sent: the lead asks for a person, and a colleague's alert goes by mail. */
export async function fail(services: Services, { message, lead, dealership }: Sending, reason: string): Promise<void> {
  if (await mailInstead(services, message, reason)) return;
  // Before the message counts as failed: a crash in between then leads here once more.
  if (lead && message.audience === 'customer') {
    await escalateFailure(services, message, lead, dealership, reason);
    await callOffFollowUp(message, reason, services.clock.now());
  }
  if (message.purpose === 'crm') await noteCrmDelivery(services, { ...message, state: 'failed', state_reason: reason });
  if (!(await updateHeld(message, { state: 'failed', state_reason: reason, lease_until: null }))) return;
  if (!lead || message.audience === 'staff') return;
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

/** That it went out is certain, and noted even where the provider's id is another message's already. */
async function noteSent(message: MessageRecord, providerId: string | null, now: Date): Promise<void> {
  const isAnothers = message.channel === 'sms' && providerId !== null && !(await claimSmsId(message, providerId, now));
  await updateHeld(message, {
    ...{ state: 'sent', state_reason: null, sent_at: now, refused_since: null, lease_until: null },
    ...(isAnothers ? {} : { provider_id: providerId }),
  });
}

/** Lets a message wait for its next try; an alert does not wait for an account to be mended, it goes by mail. */
async function putOff(services: Services, { message, dealership }: Sending, result: NotYet, now: Date): Promise<void> {
  const refused = result.state === 'reconnect';
  if (refused) await escalateProvider(services, message, dealership, result.reason);
  if (refused && (await mailInstead(services, message, result.reason))) return;
  await updateHeld(message, {
    state: 'pending',
    state_reason: result.reason,
    due_at: after(now, waitBefore(message, result)),
    // An account that is refused is no fault of this message: only its own failures count.
    attempts: refused ? message.attempts - 1 : message.attempts,
    refused_since: refused ? (message.refused_since ?? now) : null,
    dispatched_at: null,
    lease_until: null,
  });
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
    await noteSent(message, result.providerId, now);
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
  } else await putOff(services, sending, result, now);
  await announce(services, sending);
}
