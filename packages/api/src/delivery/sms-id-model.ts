import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../database/define-model.ts';

/**
 * Which of our messages an SMS of the provider's is. All dealerships share one account there, so this lies outside of
 * them: no two messages of ours are one and the same of the provider's.
 */
export interface SmsIdRecord {
  /** The provider's id of the SMS. */
  _id: string;
  message_id: string;
  expires_at: Date;
}

const schema = new mongoose.Schema<SmsIdRecord>({ _id: String, message_id: String, expires_at: Date }, schemaOptions);
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const SmsId = defineGlobalModel('SmsId', 'sms_ids', schema);
