import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { attachmentType } from './attachment-type.ts';
import { contentDisposition } from './content-disposition.ts';
import { attachmentContent } from './find-attachment.ts';
import type { AttachmentRecord } from './model.ts';

/** Nothing in a file may run, load or be taken for something else, whoever opens it where. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Sends a file; shown in the page only when it is asked for and the file really is a picture. */
export async function serveAttachment(
  attachment: AttachmentRecord,
  disposition: 'attachment' | 'inline',
  response: Response,
): Promise<void> {
  const content = attachmentContent(attachment);
  // The first piece before the headers: a file that cannot be read is an error, not half an answer.
  const first = await content.next();
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value;
  const { kind, contentType } = attachmentType(head, attachment.declared_type, attachment.size_bytes);
  response.status(200).set({
    'Content-Type': contentType,
    'Content-Length': String(attachment.size_bytes),
    'Content-Disposition': contentDisposition(
      disposition === 'inline' && kind === 'image' ? 'inline' : 'attachment',
      attachment.name,
    ),
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
  async function* pieces() {
    yield head;
    yield* content;
  }
  await pipeline(Readable.from(pieces(), { objectMode: false }), response).catch((error: unknown) => {
    // Who stops listening is no failure of ours.
    if (!response.destroyed) throw error;
  });
}
