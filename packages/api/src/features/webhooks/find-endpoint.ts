import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from './endpoint-model.ts';

/** A key sees what is of its own mode; people see both. */
export function modeFilter(ctx: TenantContext): { mode?: WebhookEndpointRecord['mode'] } {
  return ctx.actor.type === 'api_key' ? { mode: ctx.actor.mode } : {};
}

/**
 * Reads an endpoint of the caller's dealership and mode.
 * @throws Problem 404
 */
export async function findEndpoint(ctx: TenantContext, id: string): Promise<WebhookEndpointRecord> {
  const endpoint = await WebhookEndpoint.findOne({ _id: id, ...modeFilter(ctx) }).lean<WebhookEndpointRecord>();
  if (!endpoint) throw notFound();
  return endpoint;
}
