import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';
import type { WhatsAppEchoPayload } from './whatsapp-payload.ts';

/**
 * What was written on the phone to somebody who is no lead. It becomes part of the conversation if they answer; until then
 * it is nobody's business, and no operation reads it.
 */
export interface WaitingEchoRecord {
  /** The id of its arrival. */
  _id: string;
  dealership_id: string;
  /** Whom it was written to, as people are recognised. */
  contact_key: string;
  payload: WhatsAppEchoPayload;
  written_at: Date;
  expires_at: Date;
}

const schema = new mongoose.Schema<WaitingEchoRecord>(
  {
    _id: String,
    contact_key: String,
    payload: mongoose.Schema.Types.Mixed,
    written_at: Date,
    expires_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, contact_key: 1, written_at: 1, _id: 1 });
schema.index({ expires_at: 1 }, { expireAfterSeconds: 0 });

export const WaitingEcho = defineTenantModel('WaitingEcho', 'waiting_echoes', schema);
