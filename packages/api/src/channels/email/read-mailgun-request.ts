import type { IncomingMessage } from 'node:http';
import { type MailgunFields, type MailgunLimits, mailgunLimits, TooLarge, Unreadable } from './mailgun-fields.ts';
import { parseUrlencoded } from './parse-urlencoded.ts';
import { readMultipart } from './read-multipart.ts';

/**
 * Reads a Mailgun form post, urlencoded or multipart, from the raw request stream.
 * @throws {TooLarge} over a limit, without reading the rest
 * @throws {Unreadable} another content type, a compressed, truncated or malformed body
 */
export async function readMailgunRequest(
  request: IncomingMessage,
  limits: MailgunLimits = mailgunLimits,
): Promise<MailgunFields> {
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) throw new TooLarge('body too large');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new Unreadable('compressed body');

  const contentType = request.headers['content-type'] ?? '';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === 'multipart/form-data') return readMultipart(request, limits);
  if (mediaType !== 'application/x-www-form-urlencoded') throw new Unreadable('not a form post');

  const body = await readBody(request, limits.bodyBytes);
  if (countFields(body) > limits.fields) throw new TooLarge('too many fields');
  const charset = /;\s*charset="?([\w-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  return { fields: parseUrlencoded(body, charset), attachments: [] };
}

function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners('data');
      request.pause();
      chunks.length = 0;
      reject(new TooLarge('body too large'));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new Unreadable('body cut off')));
    request.once('close', () => reject(new Unreadable('body cut off')));
  });
}

function countFields(body: Buffer): number {
  let count = 1;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count++;
  return count;
}
