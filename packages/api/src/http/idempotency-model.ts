import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';

/** The answer to a request with an Idempotency-Key, kept for 24 hours. */
export interface IdempotencyRecord {
  _id: string;
  dealership_id: string;
  /** Actor, operation and key. */
  scope: string;
  fingerprint: string;
  state: 'in_progress' | 'finished';
  locked_until: Date;
  status: number | null;
  body: string | null;
  headers: Record<string, string>;
  expires_at: Date;
}

const schema = new mongoose.Schema<IdempotencyRecord>(
  {
    _id: String,
    scope: String,
    fingerprint: String,
    state: String,
    locked_until: Date,
    status: Number,
    body: String,
    headers: mongoose.Schema.Types.Mixed,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, scope: 1 }, { unique: true });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const Idempotency = defineTenantModel('Idempotency', 'idempotency_keys', schema);
