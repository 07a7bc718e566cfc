import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

type Endpoint = components['schemas']['WebhookEndpoint'];

/** A secret that posts are signed with, sealed; the last one never expires. */
export interface WebhookSecretRecord {
  sealed: string;
  created_at: Date;
  expires_at: Date | null;
}

/** Where a dealership wants to hear of what happens. */
export interface WebhookEndpointRecord {
  _id: string;
  dealership_id: string;
  url: string;
  description: string | null;
  events: Endpoint['events'];
  mode: Endpoint['mode'];
  enabled: boolean;
  disabled_reason: Endpoint['disabled_reason'];
  /** Newest first. */
  secrets: WebhookSecretRecord[];
  failing_since: Date | null;
  consecutive_failures: number;
  last_success_at: Date | null;
  paused_until: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

const schema = new mongoose.Schema<WebhookEndpointRecord>(
  {
    _id: String,
    url: String,
    description: String,
    events: [String],
    mode: String,
    enabled: Boolean,
    disabled_reason: String,
    secrets: [{ _id: false, sealed: String, created_at: Date, expires_at: Date }],
    failing_since: Date,
    consecutive_failures: Number,
    last_success_at: Date,
    paused_until: Date,
    created_by: String,
    created_at: Date,
    updated_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });

export const WebhookEndpoint = defineTenantModel('WebhookEndpoint', 'webhook_endpoints', schema);
