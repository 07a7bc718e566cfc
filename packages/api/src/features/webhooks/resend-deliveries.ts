import mongoose from 'mongoose';
import { notFound, Problem } from '../../http/problem.ts';
import { readTime } from '../../http/read-time.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { WebhookDelivery, type WebhookDeliveryRecord } from './delivery-model.ts';
import { WebhookEndpoint } from './endpoint-model.ts';
import { findDelivery } from './find-delivery.ts';
import { findEndpoint } from './find-endpoint.ts';

/** What a post that is sent again begins with: its attempts are counted anew, its log goes on. */
function again(now: Date) {
  return {
    $set: { state: 'pending', state_reason: null, due_at: now, attempts: 0 },
    $inc: { fence: 1 },
  } as const;
}

async function refuseDisabled(endpointId: string): Promise<void> {
  const endpoint = await WebhookEndpoint.findOne({ _id: endpointId }, { enabled: 1 }).lean();
  if (endpoint?.enabled) return;
  throw new Problem('unprocessable', { detail: endpoint ? 'Enable the endpoint first.' : 'The endpoint is deleted.' });
}

/**
 * Sends one delivery again, now.
 * @throws Problem 404, 409 while it is being sent, 422 when its endpoint is disabled or deleted
 */
export async function resendDelivery({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { webhook_delivery_id: string };
}): Promise<WebhookDeliveryRecord> {
  const delivery = await findDelivery(ctx, input.webhook_delivery_id);
  await refuseDisabled(delivery.endpoint_id);
  const resent = await WebhookDelivery.findOneAndUpdate(
    { _id: delivery._id, state: mongoose.trusted({ $ne: 'sending' }) },
    again(ctx.services.clock.now()),
    { returnDocument: 'after' },
  ).lean<WebhookDeliveryRecord>();
  if (!resent) {
    if (!(await WebhookDelivery.exists({ _id: delivery._id }))) throw notFound();
    throw new Problem('conflict', { detail: 'It is being sent.', headers: { 'Retry-After': '15' } });
  }
  ctx.services.wake();
  return resent;
}

/**
 * Sends again what did not get through to an endpoint since a time, or all of it; tells how many.
 * @throws Problem 400 for a time that is none, 404, 422 when the endpoint is disabled
 */
export async function resendSince({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { webhook_endpoint_id: string; since: string; include_succeeded?: boolean | undefined };
}): Promise<number> {
  const endpoint = await findEndpoint(ctx, input.webhook_endpoint_id);
  await refuseDisabled(endpoint._id);
  const states: WebhookDeliveryRecord['state'][] = ['failed', 'cancelled'];
  if (input.include_succeeded) states.push('succeeded');
  const { modifiedCount } = await WebhookDelivery.updateMany(
    {
      endpoint_id: endpoint._id,
      created_at: mongoose.trusted({ $gte: readTime(input.since, '#/since') }),
      state: mongoose.trusted({ $in: states }),
    },
    again(ctx.services.clock.now()),
  );
  ctx.services.wake();
  return modifiedCount;
}
