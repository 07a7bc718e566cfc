import mongoose from 'mongoose';
import { defineTenantModel, schemaOptions } from '../../database/define-model.ts';

/** A file that came with a mail. Its bytes lie in chunks of their own: a document may hold 16 MB at the most. */
export interface AttachmentRecord {
  _id: string;
  dealership_id: string;
  arrival_id: string;
  /** Safe to show and to offer for download. */
  name: string;
  /** As its sender called it; never what it is served as. */
  declared_type: string;
  size_bytes: number;
  /** 0 for an empty file. */
  chunks: number;
  lead_id: string | null;
  message_id: string | null;
  /** Loose ones are forgotten at `keep_until`, unless their arrival still waits. */
  state: 'loose' | 'kept';
  keep_until: Date;
  created_at: Date;
}

/** A piece of an attachment. */
export interface AttachmentChunkRecord {
  /** The attachment's id, a dot and the number of the piece, from 0. */
  _id: string;
  dealership_id: string;
  attachment_id: string;
  number: number;
  bytes: Buffer;
}

const attachmentSchema = new mongoose.Schema<AttachmentRecord>(
  {
    _id: String,
    arrival_id: String,
    name: String,
    declared_type: String,
    size_bytes: Number,
    chunks: Number,
    lead_id: String,
    message_id: String,
    state: String,
    keep_until: Date,
    created_at: Date,
  },
  schemaOptions,
);
attachmentSchema.index({ dealership_id: 1, arrival_id: 1 });
attachmentSchema.index({ dealership_id: 1, lead_id: 1 });
// What is to be forgotten, over all dealerships.
attachmentSchema.index({ keep_until: 1 }, { partialFilterExpression: { state: 'loose' } });

const chunkSchema = new mongoose.Schema<AttachmentChunkRecord>(
  { _id: String, attachment_id: String, number: Number, bytes: Buffer },
  schemaOptions,
);
chunkSchema.index({ dealership_id: 1, attachment_id: 1, number: 1 });

export const Attachment = defineTenantModel('Attachment', 'attachments', attachmentSchema);
export const AttachmentChunk = defineTenantModel('AttachmentChunk', 'attachment_chunks', chunkSchema);
