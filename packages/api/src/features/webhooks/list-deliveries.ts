import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { WebhookDelivery, type WebhookDeliveryRecord } from './delivery-model.ts';
import { testFilter } from './find-delivery.ts';

interface ListDeliveries {
  ctx: TenantContext;
  input: NonNullable<operations['listWebhookDeliveries']['parameters']['query']>;
}

/** Lists what was sent to endpoints in the last 30 days, newest first. */
export async function listDeliveries({ ctx, input }: ListDeliveries): Promise<Page<WebhookDeliveryRecord>> {
  const filter = {
    ...testFilter(ctx),
    ...(input.endpoint_id ? { endpoint_id: input.endpoint_id } : {}),
    ...(input.state && input.state.length > 0 ? { state: mongoose.trusted({ $in: [...input.state] }) } : {}),
    ...(input.type ? { type: input.type } : {}),
  };
  return findPage(WebhookDelivery, { filter, orderBy: 'created_at', direction: 'newest_first', request: input });
}
