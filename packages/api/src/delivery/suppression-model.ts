import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';

/** An address that must not be written to; only a hash of it is kept, so that it survives erasure. */
export interface SuppressionRecord {
  _id: string;
  dealership_id: string;
  channel: 'email' | 'sms' | 'whatsapp';
  address_hash: string;
  reason: 'unsubscribed' | 'stop' | 'bounced' | 'complained';
  created_at: Date;
}

const schema = new mongoose.Schema<SuppressionRecord>(
  { _id: String, channel: String, address_hash: String, reason: String, created_at: Date },
  schemaOptions,
);
schema.index({ dealership_id: 1, channel: 1, address_hash: 1 }, { unique: true });

export const Suppression = defineTenantModel('Suppression', 'suppressions', schema);
