import type { components } from '../../generated/openapi.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { checkWebhookUrl } from './check-webhook-url.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from './endpoint-model.ts';
import { findEndpoint } from './find-endpoint.ts';

interface UpdateEndpoint {
  ctx: TenantContext;
  input: { webhook_endpoint_id: string; changes: components['schemas']['WebhookEndpointUpdate'] };
}

/** Another address or a fresh start: what is known of its health is of the past. */
const HEALTHY = { failing_since: null, consecutive_failures: 0, paused_until: null };

/**
 * Changes an endpoint; disabling and enabling are changes too.
 * @throws Problem 404, 422 for an address that will never be posted to
 */
export async function updateEndpoint({ ctx, input }: UpdateEndpoint): Promise<WebhookEndpointRecord> {
  const { webhook_endpoint_id: id, changes } = input;
  await findEndpoint(ctx, id);
  const { url, events, description, enabled } = changes;
  const set = {
    ...(url === undefined ? {} : { url: checkWebhookUrl(url, ctx.services.env, ctx.dealershipId), ...HEALTHY }),
    ...(events === undefined ? {} : { events: [...new Set(events)] }),
    ...(description === undefined ? {} : { description }),
    ...(enabled === undefined ? {} : { enabled, disabled_reason: enabled ? null : 'by_hand' }),
    ...(enabled ? HEALTHY : {}),
    updated_at: ctx.services.clock.now(),
  };
  const endpoint = await WebhookEndpoint.findOneAndUpdate(
    { _id: id },
    { $set: set },
    { returnDocument: 'after' },
  ).lean<WebhookEndpointRecord>();
  if (!endpoint) throw notFound();
  return endpoint;
}
