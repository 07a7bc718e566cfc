import type { WebhookDelivery, WebhookDeliveryDetails, WebhookEndpoint } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import type { Route } from './routes.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = () => new Date().toISOString();

function makeDelivery(number: number, endpoint: WebhookEndpoint, fields: Partial<WebhookDelivery>): WebhookDelivery {
  return {
    id: fakeId('whd', number),
    webhook_id: fakeId('whm', number),
    endpoint_id: endpoint.id,
    type: 'lead.created',
    state: 'succeeded',
    state_reason: null,
    attempts: 1,
    last_status: 200,
    next_attempt_at: null,
    test: false,
    created_at: now(),
    delivered_at: now(),
    ...fields,
  };
}

function create({ api, body }: Context): Reply {
  const endpoint = {
    description: null,
    mode: 'live',
    ...body,
    id: fakeId('whe', 1 + api.state.webhookEndpoints.length),
    enabled: true,
    disabled_reason: null,
    health: { failing_since: null, consecutive_failures: 0, last_success_at: null, paused_until: null },
    secrets: [{ created_at: now(), expires_at: null }],
    created_at: now(),
    updated_at: now(),
  } as unknown as WebhookEndpoint;
  api.state.webhookEndpoints.unshift(endpoint);
  api.state.webhookDeliveries.unshift(
    makeDelivery(1, endpoint, { state: 'failed', attempts: 8, last_status: 503, delivered_at: null }),
  );
  return { status: 201, body: { endpoint, secret } };
}

const one = ({ api, parameters }: Context) => api.state.webhookEndpoints.find(({ id }) => id === parameters[0]);

function update(context: Context): Reply {
  const endpoint = one(context);
  if (!endpoint) return { status: 404 };
  Object.assign(endpoint, context.body);
  endpoint.disabled_reason = endpoint.enabled ? null : 'by_hand';
  return { body: endpoint };
}

function remove({ api, parameters }: Context): Reply {
  api.state.webhookEndpoints = api.state.webhookEndpoints.filter(({ id }) => id !== parameters[0]);
  return { status: 204 };
}

function rotate(context: Context): Reply {
  const endpoint = one(context);
  if (!endpoint) return { status: 404 };
  const until = new Date(Date.now() + Number(context.body.overlap_hours) * 3_600_000).toISOString();
  endpoint.secrets = [
    { created_at: now(), expires_at: null },
    { created_at: now(), expires_at: until },
  ];
  return { body: { endpoint, secret } };
}

function sendTest(context: Context): Reply {
  const endpoint = one(context);
  if (!endpoint) return { status: 404 };
  endpoint.health.last_success_at = now();
  const delivery = makeDelivery(50 + context.api.state.webhookDeliveries.length, endpoint, { type: 'webhook.test' });
  context.api.state.webhookDeliveries.unshift(delivery);
  return { status: 202, body: delivery };
}

function listDeliveries({ api, query }: Context): Reply {
  const states = query.get('state')?.split(',');
  const found = api.state.webhookDeliveries.filter(({ state }) => !states || states.includes(state));
  return { body: pageOf(found, query) };
}

const delivered = ({ api, parameters }: Context) =>
  api.state.webhookDeliveries.find(({ id }) => id === parameters[0]) as WebhookDelivery;

function details(context: Context): Reply {
  const delivery = delivered(context);
  const body: WebhookDeliveryDetails = {
    delivery,
    body: JSON.stringify({ id: delivery.webhook_id, type: delivery.type, data: { lead: { id: 'lead_1' } } }),
    attempts: [
      { at: now(), status: delivery.last_status, error: null, duration_ms: 131, response: 'Service Unavailable' },
    ],
  };
  return { body };
}

function resend(context: Context): Reply {
  const delivery = delivered(context);
  Object.assign(delivery, { state: 'succeeded', attempts: 1, last_status: 200 });
  return { status: 202, body: delivery };
}

export const webhookRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/v1\/webhook-endpoints$/,
    handle: ({ api, query }) => ({ body: pageOf(api.state.webhookEndpoints, query) }),
  },
  { method: 'POST', pattern: /^\/v1\/webhook-endpoints$/, handle: create },
  { method: 'PATCH', pattern: /^\/v1\/webhook-endpoints\/([^/]+)$/, handle: update },
  { method: 'DELETE', pattern: /^\/v1\/webhook-endpoints\/([^/]+)$/, handle: remove },
  { method: 'POST', pattern: /^\/v1\/webhook-endpoints\/([^/]+)\/rotate-secret$/, handle: rotate },
  { method: 'POST', pattern: /^\/v1\/webhook-endpoints\/([^/]+)\/test$/, handle: sendTest },
  {
    method: 'POST',
    pattern: /^\/v1\/webhook-endpoints\/([^/]+)\/resend$/,
    handle: () => ({ status: 202, body: { count: 1 } }),
  },
  { method: 'GET', pattern: /^\/v1\/webhook-deliveries$/, handle: listDeliveries },
  { method: 'GET', pattern: /^\/v1\/webhook-deliveries\/([^/]+)$/, handle: details },
  { method: 'POST', pattern: /^\/v1\/webhook-deliveries\/([^/]+)\/resend$/, handle: resend },
];
