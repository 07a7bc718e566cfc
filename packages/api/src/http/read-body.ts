import type { Request } from 'express';
import { Problem } from './problem.ts';

/**
 * Reads a body as it came, for operations that check it byte for byte or have a parser of their own.
 * @throws Problem 413 past `maxBytes`, before the rest is read
 */
export async function readBody(request: Request, maxBytes: number, detail: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > maxBytes) throw new Problem('payload_too_large', { detail });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
