import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../../database/define-model.ts';

/** What a passage means, by one model. Its id follows from dealership, model and text. */
export interface KnowledgeVectorRecord {
  _id: string;
  dealership_id: string;
  model: string;
  text_hash: string;
  /** Of length 1. */
  vector: number[];
}

const schema = new mongoose.Schema<KnowledgeVectorRecord>(
  { _id: String, model: String, text_hash: String, vector: [Number] },
  schemaOptions,
);
schema.index({ dealership_id: 1, model: 1, text_hash: 1 });

export const KnowledgeVector = defineTenantModel('KnowledgeVector', 'knowledge_vectors', schema);
