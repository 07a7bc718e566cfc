import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { appendValue } from './append-value.ts';
import { attachmentName } from './attachment-name.ts';
import { type MailAttachment, type MailgunFields, type MailgunLimits, TooLarge, Unreadable } from './mailgun-fields.ts';

const longestFieldName = 200;

/**
 * Reads a `multipart/form-data` body.
 * @throws {TooLarge} over a limit
 * @throws {Unreadable} malformed, cut off, or in a charset that is not known
 */
export function readMultipart(request: IncomingMessage, limits: MailgunLimits): Promise<MailgunFields> {
  return new Promise((resolve, reject) => {
    const parser = createParser(request, limits);
    const fail = (error: Error) => {
      request.unpipe(parser);
      request.pause();
      parser.destroy();
      reject(error);
    };
    const read = collectParts(parser, limits, fail);
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limits.bodyBytes) fail(new TooLarge('body too large'));
    });
    for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
      parser.on(limit, () => fail(new TooLarge('too many parts')));
    }
    parser.on('error', () => fail(new Unreadable('malformed body')));
    parser.on('close', () => resolve(read));
    request.once('error', () => fail(new Unreadable('body cut off')));
    request.once('close', () => {
      if (!request.complete) fail(new Unreadable('body cut off'));
    });
    request.pipe(parser);
  });
}

/** What the parser finds, filled while it runs. */
function collectParts(parser: busboy.Busboy, limits: MailgunLimits, fail: (error: Error) => void): MailgunFields {
  const fields = new Map<string, string[]>();
  const attachments: MailAttachment[] = [];
  const room = { bytes: limits.keptAttachmentBytes };
  parser.on('field', (name: string | undefined, value: string | undefined, info) => {
    if (name && /^attachment-\d+$/.test(name)) attachments.push(namelessFile(name, value, info.mimeType));
    else if (value === undefined) fail(new Unreadable('unknown charset'));
    else appendValue(fields, name ?? '', value);
  });
  parser.on('file', (field, stream, info) => {
    const attachment: MailAttachment = {
      field: (field ?? '').slice(0, longestFieldName),
      name: attachmentName(info.filename, `attachment-${attachments.length + 1}`),
      contentType: info.mimeType.slice(0, 120).toLowerCase(),
      sizeBytes: 0,
      content: null,
    };
    attachments.push(attachment);
    collectContent(stream, attachment, room);
  });
  return { fields, attachments };
}

function createParser(request: IncomingMessage, limits: MailgunLimits): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fieldNameSize: longestFieldName,
        fieldSize: limits.bodyBytes,
        fields: limits.fields,
        fileSize: limits.bodyBytes,
        files: limits.files,
        parts: limits.parts,
        headerPairs: 100,
      },
    });
  } catch {
    throw new Unreadable('no boundary');
  }
}

/** A file whose name is empty reaches us as a field, decoded as text; only what survived that is kept. */
function namelessFile(field: string, value: string | undefined, mimeType: string): MailAttachment {
  const content = value === undefined || value.includes('\ufffd') ? null : Buffer.from(value);
  const sizeBytes = Buffer.byteLength(value ?? '');
  return { field, name: field, contentType: mimeType.slice(0, 120).toLowerCase(), sizeBytes, content };
}

/** Counts every byte of a file and keeps the content only as long as it fits into `room`. */
function collectContent(stream: Readable, attachment: MailAttachment, room: { bytes: number }): void {
  let kept: Buffer[] | null = [];
  stream.on('data', (chunk: Buffer) => {
    const before = attachment.sizeBytes;
    attachment.sizeBytes += chunk.length;
    if (!kept) return;
    if (chunk.length > room.bytes) {
      kept = null;
      room.bytes += before;
      return;
    }
    kept.push(chunk);
    room.bytes -= chunk.length;
  });
  stream.on('end', () => {
    if (kept) attachment.content = Buffer.concat(kept);
  });
  // The parser reports what went wrong; without a listener here the process would end.
  stream.on('error', () => {});
}
