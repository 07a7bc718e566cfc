import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../../database/define-model.ts';

/** A signature that was used: good for one event of one dealership only, so it is nobody's in particular. */
export interface MailgunReceiptRecord {
  /** The signature itself. */
  _id: string;
  expires_at: Date;
}

const schema = new mongoose.Schema<MailgunReceiptRecord>({ _id: String, expires_at: Date }, schemaOptions);
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const MailgunReceipt = defineGlobalModel('MailgunReceipt', 'mailgun_receipts', schema);
