import { createOnce } from '../../database/create-once.ts';
import { WEBHOOK_VERSION } from '../../events/webhooks/webhook-version.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { blankDelivery, WebhookDelivery, type WebhookDeliveryRecord } from './delivery-model.ts';
import { findEndpoint } from './find-endpoint.ts';

interface TestEndpoint {
  ctx: TenantContext;
  input: { webhook_endpoint_id: string };
}

/**
 * Queues a `webhook.test` for an endpoint, whatever it subscribes to.
 * @throws Problem 404, 422 when the endpoint is disabled
 */
export async function testEndpoint({ ctx, input }: TestEndpoint): Promise<WebhookDeliveryRecord> {
  const endpoint = await findEndpoint(ctx, input.webhook_endpoint_id);
  if (!endpoint.enabled) throw new Problem('unprocessable', { detail: 'Enable the endpoint first.' });
  const now = ctx.services.clock.now();
  const webhookId = creationIdFor(ctx, 'whm');
  const test = endpoint.mode === 'test';
  const delivery = await createOnce(
    WebhookDelivery,
    blankDelivery({
      _id: creationIdFor(ctx, 'whd'),
      endpoint_id: endpoint._id,
      webhook_id: webhookId,
      type: 'webhook.test',
      test,
      body: JSON.stringify({
        id: webhookId,
        type: 'webhook.test',
        version: WEBHOOK_VERSION,
        timestamp: now.toISOString(),
        test,
        dealership_id: ctx.dealershipId,
        data: { endpoint_id: endpoint._id },
      }),
      created_at: now,
    }),
  );
  ctx.services.wake();
  return delivery;
}
