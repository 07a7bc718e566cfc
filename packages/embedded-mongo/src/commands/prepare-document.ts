import { ObjectId } from 'bson';
import { endOfName, readName, sizeOfValue } from '../bson/decode.ts';
import { maxDocumentBytes, validate } from '../bson/validate.ts';
import { MongoError } from '../errors.ts';

/**
 * Checks a document that is to be stored and puts its `_id` first, made when there is none.
 * @throws MongoError 10334 past 16 MB, 22 for bytes that are not BSON, 52 and 53 for names and ids that cannot be.
 */
export function prepareDocument(bytes: Buffer): Buffer {
  if (bytes.length > maxDocumentBytes) {
    throw new MongoError(
      10334,
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${maxDocumentBytes}(16MB)`,
    );
  }
  validate(bytes);
  const id = findId(bytes);
  if (id?.start === 4) return bytes;
  const element = id ? bytes.subarray(id.start, id.end) : newIdElement();
  const rest = id ? [bytes.subarray(4, id.start), bytes.subarray(id.end)] : [bytes.subarray(4)];
  const result = Buffer.concat([bytes.subarray(0, 4), element, ...rest]);
  result.writeInt32LE(result.length, 0);
  return result;
}

function newIdElement(): Buffer {
  return Buffer.concat([Buffer.from('\x07_id\0', 'latin1'), new ObjectId().id]);
}

/** Where the `_id` element lies; checks the other names on the way. */
function findId(bytes: Buffer): { start: number; end: number } | undefined {
  const end = bytes.length - 1;
  let id: { start: number; end: number } | undefined;
  let at = 4;
  while (at < end) {
    const type = bytes[at] ?? 0;
    const nameEnd = endOfName(bytes, at + 1, end);
    const size = sizeOfValue(bytes, type, nameEnd + 1, end);
    const next = nameEnd + 1 + size;
    if (bytes[at + 1] === 0x24) {
      const name = readName(bytes, at + 1, nameEnd);
      throw new MongoError(52, `Document can't have $ prefixed field names: ${name}`);
    }
    if (nameEnd - at === 4 && bytes[at + 1] === 0x5f && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x64) {
      if (!id) checkIdType(type);
      id ??= { start: at, end: next };
    }
    at = next;
  }
  return id;
}

function checkIdType(type: number): void {
  if (type === 0x04) throw new MongoError(53, "The '_id' value cannot be of type array");
  if (type === 0x0b) throw new MongoError(53, "The '_id' value cannot be of type regex");
  if (type === 0x06) throw new MongoError(53, "The '_id' value cannot be of type undefined");
}
