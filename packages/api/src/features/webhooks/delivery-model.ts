import mongoose from 'mongoose';
import type { NewRecord } from '../../database/create-once.ts';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';
import { after, DAY_MS } from '../../lib/clock.ts';

/** How long what was sent is kept. */
const KEPT_MS = 30 * DAY_MS;

/** One attempt at a delivery. */
export interface WebhookAttemptRecord {
  at: Date;
  status: number | null;
  error: string | null;
  duration_ms: number;
  response: string | null;
}

/** One event on its way to one endpoint. The body is fixed when it is queued, so that every attempt says the same. */
export interface WebhookDeliveryRecord {
  _id: string;
  dealership_id: string;
  endpoint_id: string;
  webhook_id: string;
  type: string;
  test: boolean;
  body: string;
  state: components['schemas']['WebhookDeliveryState'];
  state_reason: string | null;
  due_at: Date;
  lease_until: Date | null;
  fence: number;
  /** Since it was queued, or since somebody asked for it to be sent again. */
  attempts: number;
  log: WebhookAttemptRecord[];
  created_at: Date;
  delivered_at: Date | null;
  expires_at: Date;
}

/** What a list shows of it: neither what was posted nor what was answered. */
export interface WebhookDeliverySummary extends Omit<WebhookDeliveryRecord, 'body' | 'log'> {
  log: Omit<WebhookAttemptRecord, 'response'>[];
}

const schema = new mongoose.Schema<WebhookDeliveryRecord>(
  {
    _id: String,
    endpoint_id: String,
    webhook_id: String,
    type: { type: String },
    test: Boolean,
    body: String,
    state: String,
    state_reason: String,
    due_at: Date,
    lease_until: Date,
    fence: Number,
    attempts: Number,
    log: [{ _id: false, at: Date, status: Number, error: String, duration_ms: Number, response: String }],
    created_at: Date,
    delivered_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });
schema.index({ dealership_id: 1, endpoint_id: 1, created_at: -1, _id: -1 });
// The queue of the worker, over all dealerships: only what still has to go out is in it.
schema.index({ due_at: 1, endpoint_id: 1 }, { partialFilterExpression: { state: 'pending' } });
schema.index({ lease_until: 1 }, { partialFilterExpression: { state: 'sending' } });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const WebhookDelivery = defineTenantModel('WebhookDelivery', 'webhook_deliveries', schema);

type Fields = Pick<
  WebhookDeliveryRecord,
  '_id' | 'endpoint_id' | 'webhook_id' | 'type' | 'test' | 'body' | 'created_at'
>;

/** A delivery that nobody has tried yet, due at once. */
export function blankDelivery(
  fields: Fields & Partial<NewRecord<WebhookDeliveryRecord>>,
): NewRecord<WebhookDeliveryRecord> {
  return {
    state: 'pending',
    state_reason: null,
    due_at: fields.created_at,
    lease_until: null,
    fence: 0,
    attempts: 0,
    log: [],
    delivered_at: null,
    expires_at: after(fields.created_at, KEPT_MS),
    ...fields,
  };
}
