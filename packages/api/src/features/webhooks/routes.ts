import { findPage, presentPage } from '../../database/page.ts';
import { accepted, created, noContent, ok, type Routes } from '../../http/handler.ts';
import { createEndpoint, type EndpointWithSecret } from './create-endpoint.ts';
import { deleteEndpoint } from './delete-endpoint.ts';
import { WebhookEndpoint } from './endpoint-model.ts';
import { findDelivery } from './find-delivery.ts';
import { findEndpoint, modeFilter } from './find-endpoint.ts';
import { listDeliveries } from './list-deliveries.ts';
import { presentDelivery, presentDeliveryDetails, presentEndpoint } from './present.ts';
import { resendDelivery, resendSince } from './resend-deliveries.ts';
import { rotateSecret } from './rotate-secret.ts';
import { testEndpoint } from './test-endpoint.ts';
import { updateEndpoint } from './update-endpoint.ts';

const withSecret = ({ endpoint, secret }: EndpointWithSecret) => ({ endpoint: presentEndpoint(endpoint), secret });

const newestFirst = { orderBy: 'created_at', direction: 'newest_first' } as const;

export const webhookRoutes = {
  listWebhookEndpoints: async ({ ctx, query }) =>
    ok(
      presentPage(
        await findPage(WebhookEndpoint, { filter: modeFilter(ctx), ...newestFirst, request: query }),
        presentEndpoint,
      ),
    ),
  createWebhookEndpoint: async ({ ctx, body }) => created(withSecret(await createEndpoint({ ctx, input: body }))),
  getWebhookEndpoint: async ({ ctx, path }) => ok(presentEndpoint(await findEndpoint(ctx, path.webhook_endpoint_id))),
  updateWebhookEndpoint: async ({ ctx, path, body }) =>
    ok(presentEndpoint(await updateEndpoint({ ctx, input: { ...path, changes: body } }))),
  deleteWebhookEndpoint: async ({ ctx, path }) => {
    await deleteEndpoint({ ctx, input: path });
    return noContent();
  },
  rotateWebhookSecret: async ({ ctx, path, body }) =>
    ok(withSecret(await rotateSecret({ ctx, input: { ...path, ...body } }))),
  testWebhookEndpoint: async ({ ctx, path }) => accepted(presentDelivery(await testEndpoint({ ctx, input: path }))),
  resendWebhooksSince: async ({ ctx, path, body }) =>
    accepted({ count: await resendSince({ ctx, input: { ...path, ...body } }) }),
  listWebhookDeliveries: async ({ ctx, query }) =>
    ok(presentPage(await listDeliveries({ ctx, input: query }), presentDelivery)),
  getWebhookDelivery: async ({ ctx, path }) =>
    ok(presentDeliveryDetails(await findDelivery(ctx, path.webhook_delivery_id))),
  resendWebhookDelivery: async ({ ctx, path }) => accepted(presentDelivery(await resendDelivery({ ctx, input: path }))),
} satisfies Partial<Routes>;
