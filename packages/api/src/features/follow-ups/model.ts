import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** A message that will be sent if the customer stays silent. */
export interface FollowUpRecord {
  _id: string;
  dealership_id: string;
  lead_id: string;
  step: number;
  last_step: boolean;
  state: 'scheduled' | 'sent' | 'cancelled';
  state_reason: string | null;
  due_at: Date;
  message_id: string | null;
}

const schema = new mongoose.Schema<FollowUpRecord>(
  {
    _id: String,
    lead_id: String,
    step: Number,
    last_step: Boolean,
    state: String,
    state_reason: String,
    due_at: Date,
    message_id: String,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, lead_id: 1, step: 1 }, { unique: true });
schema.index({ dealership_id: 1, lead_id: 1, due_at: 1, _id: 1 });
schema.index({ due_at: 1 }, { partialFilterExpression: { state: 'scheduled' } });

export const FollowUp = defineTenantModel('FollowUp', 'follow_ups', schema);
