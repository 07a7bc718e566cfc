import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** A signature that was used: good for one event only. */
export interface MailgunReceiptRecord {
  /** The signature itself. */
  _id: string;
  dealership_id: string;
  expires_at: Date;
}

const schema = new mongoose.Schema<MailgunReceiptRecord>({ _id: String, expires_at: Date }, schemaOptions);
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const MailgunReceipt = defineTenantModel('MailgunReceipt', 'mailgun_receipts', schema);
