import { MongoError } from '../errors.ts';
import { endOfDocument, endOfName, invalidBson, maxDepth, sizeOfValue } from './decode.ts';

/** The largest document that is stored, in bytes. */
export const maxDocumentBytes = 16 * 1024 * 1024;

/**
 * Walks a document to the last byte without building it, so that only sound BSON is ever stored.
 * @throws MongoError 22 for bytes that are not BSON, 15 for nesting past 180 levels.
 */
export function validate(bytes: Buffer, offset = 0, limit = bytes.length, depth = 0): number {
  if (depth > maxDepth) throw new MongoError(15, `Exceeded depth limit of ${maxDepth} when parsing a document`);
  const end = endOfDocument(bytes, offset, limit);
  let at = offset + 4;
  while (at < end - 1) {
    const type = bytes[at] ?? 0;
    const valueAt = endOfName(bytes, at + 1, end - 1) + 1;
    const size = sizeOfValue(bytes, type, valueAt, end - 1);
    if (type === 0x03 || type === 0x04) validate(bytes, valueAt, valueAt + size, depth + 1);
    else if (type === 0x0f) checkCodeWithScope(bytes, valueAt, size, depth);
    at = valueAt + size;
  }
  if (at !== end - 1) throw invalidBson('document length');
  return end;
}

function checkCodeWithScope(bytes: Buffer, at: number, size: number, depth: number): void {
  const length = size >= 14 ? bytes.readInt32LE(at + 4) : 0;
  if (length < 1 || 8 + length + 5 > size) throw invalidBson('code with scope');
  validate(bytes, at + 8 + length, at + size, depth + 1);
}

/** Splits an array's or a sequence's bytes into its documents, as slices of the same memory. */
export function sliceDocuments(bytes: Buffer, offset: number): Buffer[] {
  const end = endOfDocument(bytes, offset, bytes.length) - 1;
  const slices: Buffer[] = [];
  let at = offset + 4;
  while (at < end) {
    if (bytes[at] !== 0x03) throw new MongoError(14, 'the array must hold documents only');
    const valueAt = endOfName(bytes, at + 1, end) + 1;
    const size = sizeOfValue(bytes, 0x03, valueAt, end);
    slices.push(bytes.subarray(valueAt, valueAt + size));
    at = valueAt + size;
  }
  return slices;
}
