import mongoose from 'mongoose';
import { defineGlobalModel, schemaOptions } from '../../database/define-model.ts';

/** What Meta posted for a page that no dealership has connected; taken in when one does, within 30 days. */
export interface UnclaimedRecord {
  /** Address and key: kept once however often it comes. */
  _id: string;
  address: string;
  key: string;
  payload: unknown;
  received_at: Date;
  expires_at: Date;
}

const schema = new mongoose.Schema<UnclaimedRecord>(
  {
    _id: String,
    address: String,
    key: String,
    payload: mongoose.Schema.Types.Mixed,
    received_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ address: 1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const Unclaimed = defineGlobalModel('Unclaimed', 'unclaimed_events', schema);
