import type { SendResult } from '../channels/send-result.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import { failpoint } from '../lib/failpoints.ts';
import { drainInLanes } from '../lib/in-lanes.ts';
import type { Services } from '../services.ts';
import { runAsTenant } from '../tenancy/context.ts';
import { claimMessage, updateHeld } from './claim-message.ts';
import { dispatch } from './dispatch.ts';
import { type Hold, holdMessage } from './hold-message.ts';
import { type Prepared, prepare } from './prepare-sending.ts';
import { giveBackSendLease, takeSendLease } from './send-lease.ts';
import { loadSending, subjectOf } from './sending.ts';
import { fail, MAX_ATTEMPTS, settle } from './settle-sending.ts';

function logFailure(services: Services, message: MessageRecord, error: unknown): void {
  services.logger.error(
    { message_id: message._id, attempts: message.attempts, ...describeError(error) },
    'delivery failed',
  );
}

/** A person's message waits for nobody, and an alert is for colleagues. */
function needsSendLease(message: MessageRecord): boolean {
  return message.audience === 'customer' && message.sender_type === 'ai' && message.lead_id !== null;
}

async function deliverInTurn(services: Services, message: MessageRecord): Promise<void> {
  const leadId = message.lead_id;
  const deliverHeld = () => holdMessage(services, message, (hold) => deliverAsTenant(services, message, hold));
  if (leadId === null || !needsSendLease(message)) return deliverHeld();
  if (!(await takeSendLease(services, leadId, message))) {
    const dueAt = after(services.clock.now(), 2 * SECOND_MS);
    await updateHeld(message, { state: 'pending', due_at: dueAt, lease_until: null, attempts: message.attempts - 1 });
    return;
  }
  try {
    await deliverHeld();
  } finally {
    await giveBackSendLease(leadId, message);
  }
}

async function deliverAsTenant(services: Services, message: MessageRecord, hold: Hold): Promise<void> {
  failpoint('send.claimed', subjectOf(message));
  const sending = await loadSending(message);
  if (!sending) {
    await updateHeld(message, { state: 'cancelled', state_reason: 'The lead is gone', lease_until: null });
    return;
  }
  // Attempts are counted before the work: a message that kills its worker every time is not tried for ever.
  if (message.attempts > MAX_ATTEMPTS) {
    await fail(services, sending, 'Gave up after too many tries');
    return;
  }
  let prepared: Prepared | null;
  try {
    prepared = await prepare(services, sending);
  } catch (error) {
    logFailure(services, message, error);
    await settle(services, sending, { state: 'retry', reason: 'Something went wrong on our side' });
    return;
  }
  if (!prepared) return;
  const { sending: ready, envelope } = prepared;
  failpoint('send.prepared', subjectOf(ready.message));
  // A process that stood still for longer than its lease no longer knows who else is sending this.
  if (!hold.isCertain()) return;
  const result = await dispatch(services, ready.message, envelope).catch((error: unknown): SendResult => {
    logFailure(services, message, error);
    return { state: 'unknown', reason: 'The provider was called and did not answer' };
  });
  failpoint('send.answered', subjectOf(ready.message));
  await settle(services, ready, result);
  failpoint('send.noted', subjectOf(ready.message));
}

/** Writes and sends one claimed message, or notes why not. What fails after the provider was called is left to reconciliation. */
export async function deliver(services: Services, message: MessageRecord): Promise<void> {
  await runAsTenant(message.dealership_id, () => deliverInTurn(services, message)).catch((error: unknown) =>
    logFailure(services, message, error),
  );
}

/** What a delivery run keeps to. */
interface Bounds {
  /** Only this dealership's messages. */
  dealershipId?: string;
  /** Nothing more is taken up once this is aborted. */
  signal?: AbortSignal;
}

/** Delivers everything that is due, a few at a time; tells how many there were. */
export function deliverDue(services: Services, concurrency: number, bounds: Bounds = {}): Promise<number> {
  const next = () => (bounds.signal?.aborted ? null : claimMessage(services.clock.now(), bounds.dealershipId));
  return drainInLanes(next, concurrency, (message) => deliver(services, message));
}
