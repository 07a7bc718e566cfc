import mongoose from 'mongoose';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findLead } from '../leads/find-lead.ts';
import { Attachment, AttachmentChunk, type AttachmentChunkRecord, type AttachmentRecord } from './model.ts';

/**
 * Reads what is known of a file; its bytes are read by `attachmentContent`.
 * @throws Problem 404, also when its lead is deleted or not the caller's to see
 */
export async function findAttachment(ctx: TenantContext, attachmentId: string): Promise<AttachmentRecord> {
  const attachment = await Attachment.findOne({ _id: attachmentId }).lean<AttachmentRecord>();
  if (!attachment || attachment.lead_id === null) throw notFound();
  await findLead(ctx, attachment.lead_id);
  return attachment;
}

/** All of a file of the current dealership, for those that are small; `null` when it is gone. */
export async function readAttachment(attachmentId: string): Promise<Buffer | null> {
  const attachment = await Attachment.findOne({ _id: attachmentId }).lean<AttachmentRecord>();
  if (!attachment) return null;
  const pieces: Buffer[] = [];
  for await (const piece of attachmentContent(attachment)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function bytesOf(chunk: AttachmentChunkRecord): Buffer {
  const bytes: unknown = chunk.bytes;
  if (bytes instanceof mongoose.mongo.Binary) return Buffer.from(bytes.value());
  if (Buffer.isBuffer(bytes)) return bytes;
  throw new Error('a piece of a file is not bytes');
}

/**
 * The bytes of a file, piece by piece, so that no more than one piece is in memory.
 * @throws Error when a piece is missing: a file is whole or not given at all
 */
export async function* attachmentContent(attachment: AttachmentRecord): AsyncGenerator<Buffer> {
  for (let number = 0; number < attachment.chunks; number += 1) {
    // A stream asks for its next piece outside the request's own context.
    const chunk = await runAsTenant(attachment.dealership_id, () =>
      AttachmentChunk.findOne({ attachment_id: attachment._id, number }).lean<AttachmentChunkRecord>(),
    );
    if (!chunk) throw new Error('a piece of a file is missing');
    yield bytesOf(chunk);
  }
}
