import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** Unpacks a body by its Content-Encoding; null when it is packed otherwise, broken, or longer than `maxBytes`. */
export async function decodeBody(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer | null> {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '' || body.length === 0) return body;
  if (!Object.hasOwn(decoders, name)) return null;
  try {
    return await decoders[name as keyof typeof decoders](body, { maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}
