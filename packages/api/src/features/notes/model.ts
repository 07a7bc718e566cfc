import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** What colleagues tell each other about a lead. */
export interface NoteRecord {
  _id: string;
  dealership_id: string;
  lead_id: string;
  text: string;
  author: string;
  created_at: Date;
}

const schema = new mongoose.Schema<NoteRecord>(
  { _id: String, lead_id: String, text: String, author: String, created_at: Date },
  schemaOptions,
);
schema.index({ dealership_id: 1, lead_id: 1, created_at: -1, _id: -1 });

export const Note = defineTenantModel('Note', 'notes', schema);
