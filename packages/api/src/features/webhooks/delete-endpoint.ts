import type { TenantContext } from '../../http/request-context.ts';
import { WebhookDelivery } from './delivery-model.ts';
import { WebhookEndpoint } from './endpoint-model.ts';
import { findEndpoint } from './find-endpoint.ts';

interface DeleteEndpoint {
  ctx: TenantContext;
  input: { webhook_endpoint_id: string };
}

/**
 * Deletes an endpoint and calls off what waits for it; the log of what was sent stays for its 30 days.
 * @throws Problem 404
 */
export async function deleteEndpoint({ ctx, input }: DeleteEndpoint): Promise<void> {
  const { _id } = await findEndpoint(ctx, input.webhook_endpoint_id);
  await WebhookEndpoint.deleteOne({ _id });
  await WebhookDelivery.updateMany(
    { endpoint_id: _id, state: 'pending' },
    { $set: { state: 'cancelled', state_reason: 'The endpoint was deleted' } },
  );
}
