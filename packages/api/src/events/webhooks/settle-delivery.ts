import { WebhookDelivery, type WebhookDeliveryRecord } from '../../features/webhooks/delivery-model.ts';
import type { WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { after } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import type { AttemptOutcome } from './attempt-delivery.ts';
import { noteFailure, noteSuccess } from './endpoint-health.ts';
import { MAX_ATTEMPTS, nextAttemptDelayMs } from './retry-schedule.ts';

const GONE = 410;
const LOGGED_ATTEMPTS = 20;

type Held = Pick<WebhookDeliveryRecord, '_id' | 'fence'>;

/** Changes a delivery if this worker still holds it. */
export async function updateHeldDelivery(
  { _id, fence }: Held,
  set: Partial<WebhookDeliveryRecord>,
  attempt?: AttemptOutcome['attempt'],
): Promise<boolean> {
  const { matchedCount } = await WebhookDelivery.updateOne(
    { _id, fence, state: 'sending' },
    {
      $set: { lease_until: null, ...set },
      ...(attempt ? { $push: { log: { $each: [attempt], $slice: -LOGGED_ATTEMPTS } } } : {}),
    },
  );
  return matchedCount === 1;
}

function describe({ status, error }: AttemptOutcome['attempt']): string {
  return error ?? `It answered ${status}`;
}

function nextState(services: Services, delivery: WebhookDeliveryRecord, outcome: AttemptOutcome) {
  const reason = describe(outcome.attempt);
  if (outcome.attempt.status === GONE) return { state: 'failed' as const, state_reason: reason };
  const delayMs = nextAttemptDelayMs(delivery.attempts, Math.random(), outcome.retryAfterMs);
  if (delayMs === null) return { state: 'failed' as const, state_reason: `${reason}, ${MAX_ATTEMPTS} times` };
  return { state: 'pending' as const, state_reason: reason, due_at: after(services.clock.now(), delayMs) };
}

/** Writes down what came of an attempt, when the next one is due, and how the endpoint does. */
export async function settleDelivery(
  services: Services,
  delivery: WebhookDeliveryRecord,
  endpoint: WebhookEndpointRecord,
  outcome: AttemptOutcome,
): Promise<void> {
  const { status } = outcome.attempt;
  if (status !== null && status >= 200 && status < 300) {
    const delivered = { state: 'succeeded' as const, state_reason: null, delivered_at: services.clock.now() };
    await updateHeldDelivery(delivery, delivered, outcome.attempt);
    await noteSuccess(services, endpoint);
    return;
  }
  await updateHeldDelivery(delivery, nextState(services, delivery, outcome), outcome.attempt);
  await noteFailure(services, endpoint, { gone: status === GONE, retryAfterMs: outcome.retryAfterMs });
}
