import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** A customer over time: who the leads of one dealership belong to. */
export interface PersonRecord {
  _id: string;
  dealership_id: string;
  /** `live email:…`, `test phone:…`: no two people of a dealership share one. */
  contact_keys: string[];
  current_lead_id: string;
  previous_lead_id: string | null;
  /** The arrival that opened the current lead. */
  opened_by: string;
  last_submission_at: Date;
  created_at: Date;
}

const schema = new mongoose.Schema<PersonRecord>(
  {
    _id: String,
    contact_keys: [String],
    current_lead_id: String,
    previous_lead_id: String,
    opened_by: String,
    last_submission_at: Date,
    created_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, contact_keys: 1 }, { unique: true });

export const Person = defineTenantModel('Person', 'people', schema);
