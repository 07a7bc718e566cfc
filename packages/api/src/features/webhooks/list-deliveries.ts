import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { WebhookDelivery, type WebhookDeliveryRecord, type WebhookDeliverySummary } from './delivery-model.ts';
import { testFilter } from './find-delivery.ts';

interface ListDeliveries {
  ctx: TenantContext;
  input: NonNullable<operations['listWebhookDeliveries']['parameters']['query']>;
}

/** Lists what was sent to endpoints in the last 30 days, newest first. */
export async function listDeliveries({ ctx, input }: ListDeliveries): Promise<Page<WebhookDeliverySummary>> {
  const filter = {
    ...testFilter(ctx),
    ...(input.endpoint_id ? { endpoint_id: input.endpoint_id } : {}),
    ...(input.state && input.state.length > 0 ? { state: mongoose.trusted({ $in: [...input.state] }) } : {}),
    ...(input.type ? { type: input.type } : {}),
  };
  return findPage<WebhookDeliveryRecord, WebhookDeliverySummary>(WebhookDelivery, {
    filter,
    fields: { body: 0, 'log.response': 0 },
    orderBy: 'created_at',
    direction: 'newest_first',
    request: input,
  });
}
