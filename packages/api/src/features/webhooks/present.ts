import type { components } from '../../generated/openapi.ts';
import type { WebhookDeliveryRecord, WebhookDeliverySummary } from './delivery-model.ts';
import type { WebhookEndpointRecord } from './endpoint-model.ts';

type Schemas = components['schemas'];

const time = (date: Date | null): string | null => date?.toISOString() ?? null;

/** What clients see of an endpoint: never a secret. */
export function presentEndpoint(record: WebhookEndpointRecord): Schemas['WebhookEndpoint'] {
  return {
    id: record._id,
    url: record.url,
    description: record.description,
    events: record.events,
    mode: record.mode,
    enabled: record.enabled,
    disabled_reason: record.disabled_reason,
    health: {
      failing_since: time(record.failing_since),
      consecutive_failures: record.consecutive_failures,
      last_success_at: time(record.last_success_at),
      paused_until: time(record.paused_until),
    },
    secrets: record.secrets.map(({ created_at, expires_at }) => ({
      created_at: created_at.toISOString(),
      expires_at: time(expires_at),
    })),
    created_at: record.created_at.toISOString(),
    updated_at: record.updated_at.toISOString(),
  };
}

/** What clients see of a delivery in a list. */
export function presentDelivery(record: WebhookDeliverySummary): Schemas['WebhookDelivery'] {
  return {
    id: record._id,
    webhook_id: record.webhook_id,
    endpoint_id: record.endpoint_id,
    type: record.type,
    state: record.state,
    state_reason: record.state_reason,
    attempts: record.attempts,
    last_status: record.log.at(-1)?.status ?? null,
    next_attempt_at: record.state === 'pending' ? record.due_at.toISOString() : null,
    test: record.test,
    created_at: record.created_at.toISOString(),
    delivered_at: time(record.delivered_at),
  };
}

/** The same with what was posted and what was answered. */
export function presentDeliveryDetails(record: WebhookDeliveryRecord): Schemas['WebhookDeliveryDetails'] {
  return {
    delivery: presentDelivery(record),
    body: record.body,
    attempts: record.log.map(({ at, status, error, duration_ms, response }) => ({
      at: at.toISOString(),
      status,
      error,
      duration_ms,
      response,
    })),
  };
}
