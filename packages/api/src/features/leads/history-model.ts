import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import type { components } from '../../generated/openapi.ts';

type Entry = components['schemas']['HistoryEntry'];

/** What happened to a lead, who did it and why. */
export interface HistoryRecord {
  _id: string;
  dealership_id: string;
  lead_id: string;
  type: Entry['type'];
  actor: Entry['actor'];
  from: string | null;
  to: string | null;
  reason: string | null;
  occurred_at: Date;
}

const schema = new mongoose.Schema<HistoryRecord>(
  {
    _id: String,
    lead_id: String,
    // A field called `type` needs the long form: `type: String` alone would declare the whole document a string.
    type: { type: String },
    actor: mongoose.Schema.Types.Mixed,
    from: String,
    to: String,
    reason: String,
    occurred_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, lead_id: 1, occurred_at: -1, _id: -1 });

export const LeadHistory = defineTenantModel('LeadHistory', 'lead_history', schema);
