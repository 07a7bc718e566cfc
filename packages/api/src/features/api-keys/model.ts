import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

export type Scope = components['schemas']['Scope'];
export type Mode = components['schemas']['Mode'];

/** An API key; only its hash is kept. */
export interface ApiKeyRecord {
  _id: string;
  dealership_id: string;
  name: string;
  kind: 'publishable' | 'secret';
  mode: Mode;
  hash: string;
  preview: string;
  allowed_origins: string[];
  scopes: Scope[];
  created_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const schema = new mongoose.Schema<ApiKeyRecord>(
  {
    _id: String,
    name: String,
    kind: String,
    mode: String,
    hash: String,
    preview: String,
    allowed_origins: [String],
    scopes: [String],
    created_by: String,
    created_at: Date,
    last_used_at: Date,
    revoked_at: Date,
  },
  schemaOptions,
);
schema.index({ hash: 1 }, { unique: true });
schema.index({ dealership_id: 1, created_at: -1, _id: -1 });

export const ApiKey = defineTenantModel('ApiKey', 'api_keys', schema);
