import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';
import { contentFields, type KnowledgeChange, type KnowledgeContent } from './model.ts';

/** How an entry was at one time. */
export interface KnowledgeVersionRecord extends KnowledgeContent {
  _id: string;
  dealership_id: string;
  entry_id: string;
  number: number;
  change: KnowledgeChange;
  changed_by: string;
  created_at: Date;
}

const schema = new mongoose.Schema<KnowledgeVersionRecord>(
  {
    _id: String,
    entry_id: String,
    number: Number,
    ...contentFields,
    change: String,
    changed_by: String,
    created_at: Date,
  },
  schemaOptions,
);
schema.index({ dealership_id: 1, entry_id: 1, created_at: -1, _id: -1 });

export const KnowledgeVersion = defineTenantModel('KnowledgeVersion', 'knowledge_versions', schema);
