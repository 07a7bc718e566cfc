import mongoose from 'mongoose';
import type { ModelPurpose } from '../answering/types.ts';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';

/** What the model was asked for in one day and purpose. */
export interface ModelUsageRecord {
  _id: string;
  dealership_id: string;
  /** `2026-11-21`, UTC. */
  day: string;
  purpose: ModelPurpose;
  calls: number;
  failed: number;
  input_tokens: number;
  output_tokens: number;
}

const schema = new mongoose.Schema<ModelUsageRecord>(
  {
    _id: String,
    day: String,
    purpose: String,
    calls: Number,
    failed: Number,
    input_tokens: Number,
    output_tokens: Number,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, day: 1, purpose: 1 }, { unique: true });

export const ModelUsage = defineTenantModel('ModelUsage', 'model_usage', schema);
