import mongoose from 'mongoose';
import { Message } from '../messages/model.ts';
import { Attachment, AttachmentChunk, type AttachmentRecord } from './model.ts';

const MAX_AT_ONCE = 100;

async function eraseOne(attachment: Pick<AttachmentRecord, '_id' | 'message_id'>): Promise<void> {
  // The bytes go first and the record last: a crash in between is found again by the record.
  await AttachmentChunk.deleteMany({ attachment_id: attachment._id });
  if (attachment.message_id !== null)
    await Message.updateOne(
      { _id: attachment.message_id, 'attachments.id': attachment._id },
      { $set: { 'attachments.$.available': false } },
    );
  await Attachment.deleteOne({ _id: attachment._id });
}

/** Erases the files of an arrival or of a lead of the current dealership for good; tells how many there were. */
export async function eraseAttachments(of: { arrival_id: string } | { lead_id: string }): Promise<number> {
  let erased = 0;
  for (;;) {
    const found = await Attachment.find(of, { message_id: 1 })
      .limit(MAX_AT_ONCE)
      .lean<Pick<AttachmentRecord, '_id' | 'message_id'>[]>();
    for (const attachment of found) await eraseOne(attachment);
    erased += found.length;
    if (found.length < MAX_AT_ONCE) return erased;
  }
}

/** Erases certain files of the current dealership for good. */
export async function eraseAttachmentsById(ids: readonly string[]): Promise<void> {
  const found = await Attachment.find({ _id: mongoose.trusted({ $in: [...ids] }) }, { message_id: 1 }).lean<
    Pick<AttachmentRecord, '_id' | 'message_id'>[]
  >();
  for (const attachment of found) await eraseOne(attachment);
}
