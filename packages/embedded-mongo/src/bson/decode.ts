import { Binary, BSONRegExp, BSONSymbol, Code, DBRef, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../errors.ts';
import { type Doc, makeDouble, type Value } from './value.ts';

/** The deepest nesting that is stored, as the server has it. */
export const maxDepth = 180;

function utf8(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('utf8', start, end);
}

/** The error for bytes that are not BSON. */
export function invalidBson(reason: string): MongoError {
  return new MongoError(22, `Invalid BSON: ${reason}`);
}

/** The index of the NUL that ends the C string at `offset`. */
export function endOfName(bytes: Buffer, offset: number, limit: number): number {
  const end = bytes.indexOf(0, offset);
  if (end < 0 || end >= limit) throw invalidBson('field name without an end');
  return end;
}

/** Reads a short name, which is nearly always ASCII. */
export function readName(bytes: Buffer, start: number, end: number): string {
  if (end - start < 24) {
    let name = '';
    for (let i = start; i < end; i++) {
      const code = bytes[i] ?? 0;
      if (code > 127) return utf8(bytes, start, end);
      name += String.fromCharCode(code);
    }
    return name;
  }
  return utf8(bytes, start, end);
}

/** The number of bytes of the value of the given type at `offset`; throws when it does not fit before `limit`. */
export function sizeOfValue(bytes: Buffer, type: number, offset: number, limit: number): number {
  const size = rawSize(bytes, type, offset, limit);
  if (size < 0 || offset + size > limit) throw invalidBson(`value of type ${type} runs past its document`);
  return size;
}

function length32(bytes: Buffer, offset: number, limit: number): number {
  if (offset + 4 > limit) throw invalidBson('length runs past its document');
  return bytes.readInt32LE(offset);
}

/** Types whose values always take the same number of bytes. */
const fixedSizes = new Map([
  [0x01, 8],
  [0x06, 0],
  [0x07, 12],
  [0x08, 1],
  [0x09, 8],
  [0x0a, 0],
  [0x10, 4],
  [0x11, 8],
  [0x12, 8],
  [0x13, 16],
  [0x7f, 0],
  [0xff, 0],
]);

function rawSize(bytes: Buffer, type: number, offset: number, limit: number): number {
  const fixed = fixedSizes.get(type);
  if (fixed !== undefined) return fixed;
  if (type === 0x0b) {
    const source = endOfName(bytes, offset, limit);
    return endOfName(bytes, source + 1, limit) + 1 - offset;
  }
  const length = length32(bytes, offset, limit);
  switch (type) {
    case 0x02:
    case 0x0d:
    case 0x0e:
      if (length < 1 || offset + 4 + length > limit || bytes[offset + 3 + length] !== 0) throw invalidBson('string');
      return 4 + length;
    case 0x03:
    case 0x04:
    case 0x0f:
      if (length < 5) throw invalidBson('document length');
      return length;
    case 0x05:
      if (length < 0) throw invalidBson('binary length');
      return 5 + length;
    case 0x0c:
      if (length < 1) throw invalidBson('pointer length');
      return 16 + length;
    default:
      throw invalidBson(`unknown type ${type}`);
  }
}

/** Where the document at `offset` ends, checked against `limit` and its own last byte. */
export function endOfDocument(bytes: Buffer, offset: number, limit: number): number {
  const end = offset + length32(bytes, offset, limit);
  if (end > limit || end < offset + 5 || bytes[end - 1] !== 0) throw invalidBson('document length');
  return end;
}

/**
 * Decodes the document at `offset`, or only its top-level fields in `only`.
 * @throws MongoError 22 for bytes that are not BSON.
 */
export function decode(bytes: Buffer, offset = 0, only?: ReadonlySet<string>, depth = 0): Doc {
  const end = endOfDocument(bytes, offset, bytes.length) - 1;
  const doc: Doc = new Map();
  let at = offset + 4;
  let wanted = only?.size ?? -1;
  while (at < end && wanted !== 0) {
    const type = bytes[at] ?? 0;
    const nameEnd = endOfName(bytes, at + 1, end);
    const name = readName(bytes, at + 1, nameEnd);
    const size = sizeOfValue(bytes, type, nameEnd + 1, end);
    if (only === undefined) doc.set(name, readValue(bytes, type, nameEnd + 1, size, depth));
    else if (only.has(name)) {
      doc.set(name, readValue(bytes, type, nameEnd + 1, size, depth));
      wanted--;
    }
    at = nameEnd + 1 + size;
  }
  if (at > end) throw invalidBson('document length');
  return doc;
}

function decodeArray(bytes: Buffer, offset: number, depth: number): Value[] {
  const end = endOfDocument(bytes, offset, bytes.length) - 1;
  const values: Value[] = [];
  let at = offset + 4;
  while (at < end) {
    const type = bytes[at] ?? 0;
    const nameEnd = endOfName(bytes, at + 1, end);
    const size = sizeOfValue(bytes, type, nameEnd + 1, end);
    values.push(readValue(bytes, type, nameEnd + 1, size, depth));
    at = nameEnd + 1 + size;
  }
  return values;
}

function readDecimalOrId(bytes: Buffer, type: number, at: number, size: number): Value {
  const copy = Uint8Array.prototype.slice.call(bytes, at, at + size);
  return type === 0x07 ? new ObjectId(copy) : new Decimal128(copy);
}

/** Reads the value of the given type and size at `at`; the bounds have been checked. */
export function readValue(bytes: Buffer, type: number, at: number, size: number, depth: number): Value {
  switch (type) {
    case 0x01:
      return makeDouble(bytes.readDoubleLE(at));
    case 0x02:
      return utf8(bytes, at + 4, at + size - 1);
    case 0x03:
      if (depth > maxDepth + 20) throw new MongoError(15, 'nested too deeply');
      return decode(bytes, at, undefined, depth + 1);
    case 0x04:
      if (depth > maxDepth + 20) throw new MongoError(15, 'nested too deeply');
      return decodeArray(bytes, at, depth + 1);
    case 0x07:
    case 0x13:
      return readDecimalOrId(bytes, type, at, size);
    case 0x08:
      return bytes[at] !== 0;
    case 0x09:
      return new Date(Number(bytes.readBigInt64LE(at)));
    case 0x0a:
      return null;
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x12:
      return bytes.readBigInt64LE(at);
    default:
      return readRareValue(bytes, type, at, size, depth);
  }
}

function readRareValue(bytes: Buffer, type: number, at: number, size: number, depth: number): Value {
  switch (type) {
    case 0x05: {
      const data = Uint8Array.prototype.slice.call(bytes, at + 5, at + size);
      return new Binary(data, bytes[at + 4]);
    }
    case 0x06:
      return undefined;
    case 0x0b: {
      const middle = bytes.indexOf(0, at);
      return new BSONRegExp(utf8(bytes, at, middle), utf8(bytes, middle + 1, at + size - 1));
    }
    case 0x0c:
      return new DBRef(
        utf8(bytes, at + 4, at + size - 13),
        new ObjectId(Buffer.from(bytes.subarray(at + size - 12, at + size))),
      );
    case 0x0d:
      return new Code(utf8(bytes, at + 4, at + size - 1));
    case 0x0e:
      return new BSONSymbol(utf8(bytes, at + 4, at + size - 1));
    case 0x0f: {
      const length = bytes.readInt32LE(at + 4);
      if (length < 1 || 8 + length + 5 > size) throw invalidBson('code with scope');
      const scope = Object.fromEntries(decode(bytes, at + 8 + length, undefined, depth + 1));
      return new Code(utf8(bytes, at + 8, at + 7 + length), scope);
    }
    case 0x11:
      return new Timestamp({ t: bytes.readUInt32LE(at + 4), i: bytes.readUInt32LE(at) });
    case 0xff:
      return new MinKey();
    default:
      return new MaxKey();
  }
}
