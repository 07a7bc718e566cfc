import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { WebhookDelivery, type WebhookDeliveryRecord } from './delivery-model.ts';

/** A key sees what is of its own mode; people see both. */
export function testFilter(ctx: TenantContext): { test?: boolean } {
  return ctx.actor.type === 'api_key' ? { test: ctx.actor.mode === 'test' } : {};
}

/**
 * Reads a delivery of the caller's dealership and mode.
 * @throws Problem 404
 */
export async function findDelivery(ctx: TenantContext, id: string): Promise<WebhookDeliveryRecord> {
  const delivery = await WebhookDelivery.findOne({ _id: id, ...testFilter(ctx) }).lean<WebhookDeliveryRecord>();
  if (!delivery) throw notFound();
  return delivery;
}
