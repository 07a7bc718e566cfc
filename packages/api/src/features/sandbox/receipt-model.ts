import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** A post that the receiver of a sandbox got, and what it answered. */
export interface SandboxReceiptRecord {
  _id: string;
  dealership_id: string;
  received_at: Date;
  headers: Record<string, string>;
  body: string;
  /** Null where it broke the connection instead. */
  answered: number | null;
  expires_at: Date;
}

const schema = new mongoose.Schema<SandboxReceiptRecord>(
  {
    _id: String,
    received_at: Date,
    headers: mongoose.Schema.Types.Mixed,
    body: String,
    answered: Number,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, received_at: -1, _id: -1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const SandboxReceipt = defineTenantModel('SandboxReceipt', 'sandbox_receipts', schema);
