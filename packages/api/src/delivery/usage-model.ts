import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../database/define-model.ts';

/** Tokens a dealership has used in one calendar month. */
export interface UsageRecord {
  _id: string;
  dealership_id: string;
  /** `2026-11`. */
  month: string;
  tokens: number;
}

const schema = new mongoose.Schema<UsageRecord>({ _id: String, month: String, tokens: Number }, schemaOptions);
schema.index({ dealership_id: 1, month: 1 }, { unique: true });

export const Usage = defineTenantModel('Usage', 'usage', schema);
