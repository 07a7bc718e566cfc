import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** What would have gone to a provider. Its id comes from the message, so that a message cannot be in it twice. */
export interface OutboxRecord {
  _id: string;
  dealership_id: string;
  message_id: string;
  lead_id: string | null;
  channel: 'email' | 'sms' | 'whatsapp';
  audience: 'customer' | 'staff';
  from: string;
  to: string;
  subject: string | null;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  sent_at: Date;
}

const schema = new mongoose.Schema<OutboxRecord>(
  {
    _id: String,
    message_id: String,
    lead_id: String,
    channel: String,
    audience: String,
    from: String,
    to: String,
    subject: String,
    text: String,
    html: String,
    headers: mongoose.Schema.Types.Mixed,
    sent_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, sent_at: -1, _id: -1 });
schema.index({ dealership_id: 1, lead_id: 1, sent_at: -1, _id: -1 });

export const Outbox = defineTenantModel('Outbox', 'outbox', schema);
