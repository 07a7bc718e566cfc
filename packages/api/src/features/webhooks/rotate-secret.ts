import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, HOUR_MS } from '../../lib/clock.ts';
import type { EndpointWithSecret } from './create-endpoint.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from './endpoint-model.ts';
import { findEndpoint } from './find-endpoint.ts';
import { makeWebhookSecret, openWebhookSecrets, sealWebhookSecret } from './webhook-secret.ts';

interface RotateSecret {
  ctx: TenantContext;
  input: { webhook_endpoint_id: string; overlap_hours?: number | undefined };
}

const OVERLAP_HOURS = 24;
/** A receiver has to be told of each: more at a time are a mistake. */
const MAX_SECRETS = 3;

/**
 * Gives an endpoint a new secret; those before it go on signing until the overlap is over.
 * @throws Problem 404
 */
export async function rotateSecret({ ctx, input }: RotateSecret): Promise<EndpointWithSecret> {
  const { clock, env } = ctx.services;
  const endpoint = await findEndpoint(ctx, input.webhook_endpoint_id);
  const now = clock.now();
  const secret = makeWebhookSecret(env, ctx.creationId);
  // A retry of a request whose answer was lost finds its secret there already.
  if (openWebhookSecrets(env, endpoint, now)[0] === secret) return { endpoint, secret };
  const end = after(now, (input.overlap_hours ?? OVERLAP_HOURS) * HOUR_MS);
  const older = endpoint.secrets
    .map((one) => ({ ...one, expires_at: one.expires_at !== null && one.expires_at < end ? one.expires_at : end }))
    .filter((one) => one.expires_at > now);
  const secrets = [sealWebhookSecret(env, secret, now), ...older].slice(0, MAX_SECRETS);
  const rotated = await WebhookEndpoint.findOneAndUpdate(
    { _id: endpoint._id },
    { $set: { secrets, updated_at: now } },
    { returnDocument: 'after' },
  ).lean<WebhookEndpointRecord>();
  if (!rotated) throw notFound();
  return { endpoint: rotated, secret };
}
