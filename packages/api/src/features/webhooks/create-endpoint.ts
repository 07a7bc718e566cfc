import { createOnce } from '../../database/create-once.ts';
import type { components } from '../../generated/openapi.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { checkWebhookUrl } from './check-webhook-url.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from './endpoint-model.ts';
import { makeWebhookSecret, sealWebhookSecret } from './webhook-secret.ts';

interface CreateEndpoint {
  ctx: TenantContext;
  input: components['schemas']['WebhookEndpointCreate'];
}

const MAX_ENDPOINTS = 50;

/** An endpoint and the secret that is shown this once. */
export interface EndpointWithSecret {
  endpoint: WebhookEndpointRecord;
  secret: string;
}

function modeOf(ctx: TenantContext, asked: WebhookEndpointRecord['mode'] | undefined) {
  if (ctx.actor.type !== 'api_key') return asked ?? 'live';
  if (asked !== undefined && asked !== ctx.actor.mode) {
    throw unprocessable([{ pointer: '#/mode', detail: `A ${ctx.actor.mode} key makes ${ctx.actor.mode} endpoints.` }]);
  }
  return ctx.actor.mode;
}

/**
 * Creates an endpoint that hears of everything from now on.
 * @throws Problem 422 for an address that will never be posted to, for a mode the key is not of, and for one too many
 */
export async function createEndpoint({ ctx, input }: CreateEndpoint): Promise<EndpointWithSecret> {
  const { clock, env } = ctx.services;
  const url = checkWebhookUrl(input.url, env, ctx.dealershipId);
  const mode = modeOf(ctx, input.mode);
  if ((await WebhookEndpoint.countDocuments({})) >= MAX_ENDPOINTS) {
    throw new Problem('unprocessable', { detail: `A dealership has at most ${MAX_ENDPOINTS} endpoints.` });
  }
  const now = clock.now();
  const secret = makeWebhookSecret(env, ctx.creationId);
  const endpoint = await createOnce(WebhookEndpoint, {
    _id: creationIdFor(ctx, 'whe'),
    url,
    description: input.description ?? null,
    events: [...new Set(input.events)],
    mode,
    enabled: true,
    disabled_reason: null,
    secrets: [sealWebhookSecret(env, secret, now)],
    failing_since: null,
    consecutive_failures: 0,
    last_success_at: null,
    paused_until: null,
    created_by: ctx.actor.name,
    created_at: now,
    updated_at: now,
  });
  return { endpoint, secret };
}
