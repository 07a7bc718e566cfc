import type { MailAttachment } from '../../channels/email/mailgun-fields.ts';
import { insertRecords } from '../../database/insert-records.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import type { MessageAttachment } from '../messages/model.ts';
import { attachmentType } from './attachment-type.ts';
import { Attachment, AttachmentChunk, type AttachmentRecord } from './model.ts';

const CHUNK_BYTES = 1_000_000;
const CHUNKS_AT_ONCE = 8;
const HEAD_BYTES = 16;

interface Pieces {
  record: Omit<AttachmentRecord, 'dealership_id'>;
  content: Buffer;
}

/** `photo.jpg`, then `photo (2).jpg`: two files of one mail are told apart by their names. */
function distinctName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let distinct = name;
  for (let number = 2; taken.has(distinct.toLowerCase()); number += 1) distinct = `${stem} (${number})${extension}`;
  taken.add(distinct.toLowerCase());
  return distinct;
}

async function storeContent({ record, content }: Pieces): Promise<void> {
  const numbers = Array.from({ length: record.chunks }, (_, number) => number);
  for (let from = 0; from < numbers.length; from += CHUNKS_AT_ONCE) {
    const records = numbers.slice(from, from + CHUNKS_AT_ONCE).map((number) => ({
      _id: `${record._id}.${number}`,
      attachment_id: record._id,
      number,
      bytes: content.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES),
    }));
    await insertRecords(AttachmentChunk, records);
  }
}

/**
 * Stores the files of a mail of the current dealership, journaled, before the mail itself is: after this a mail may be
 * acknowledged. Until the mail has become part of a lead they are loose, and forgotten after a day with no arrival.
 */
export async function storeAttachments(
  arrivalId: string,
  files: readonly (MailAttachment & { inline: boolean })[],
  now: Date,
): Promise<MessageAttachment[]> {
  const taken = new Set<string>();
  const stored: MessageAttachment[] = [];
  const pieces: Pieces[] = [];
  for (const file of files) {
    const id = newId('att', now);
    const name = distinctName(file.name, taken);
    const { kind } = attachmentType(
      file.content?.subarray(0, HEAD_BYTES) ?? Buffer.alloc(0),
      file.contentType,
      file.sizeBytes,
    );
    stored.push({
      id,
      name,
      kind,
      size_bytes: file.sizeBytes,
      inline: file.inline,
      available: file.content !== null,
    });
    if (file.content === null) continue;
    const record = {
      _id: id,
      arrival_id: arrivalId,
      name,
      declared_type: file.contentType,
      size_bytes: file.sizeBytes,
      chunks: Math.ceil(file.content.length / CHUNK_BYTES),
      lead_id: null,
      message_id: null,
      state: 'loose' as const,
      keep_until: after(now, DAY_MS),
      created_at: now,
    };
    pieces.push({ record, content: file.content });
  }
  // The records first: what a crash leaves of the pieces is then found and forgotten with them.
  await insertRecords(
    Attachment,
    pieces.map(({ record }) => record),
  );
  for (const piece of pieces) await storeContent(piece);
  return stored;
}
