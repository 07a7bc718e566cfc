import { serialize } from 'bson';
import { decode, endOfDocument, endOfName, readName, sizeOfValue } from '../bson/decode.ts';
import { sliceDocuments, validate } from '../bson/validate.ts';
import { type Doc, isDoc, type Value } from '../bson/value.ts';
import { RawBatch } from '../commands/cursors.ts';
import type { Reply } from '../commands/request.ts';
import { MongoError } from '../errors.ts';

/** A message that makes no sense: the connection cannot go on. */
export class ProtocolError extends Error {}

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const checksumPresent = 1;
const moreToCome = 2;

/** A command as it came over the wire. */
export interface Message {
  requestId: number;
  command: Doc;
  sequences: Map<string, Buffer[]>;
  /** Whether the client wants an answer. */
  wantsReply: boolean;
  /** Whether it is the old form that only the first hello uses. */
  legacy: boolean;
}

/** Reads a whole message. @throws ProtocolError for one that makes no sense. */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === opMessage) return readOpMessage(bytes, requestId);
  if (opCode === opQuery) return readOpQuery(bytes, requestId);
  throw new ProtocolError(`operation ${opCode} is not supported`);
}

function readOpMessage(bytes: Buffer, requestId: number): Message {
  const flags = bytes.length >= 20 ? bytes.readUInt32LE(16) : 4;
  if ((flags & 0xffff & ~(checksumPresent | moreToCome)) !== 0) throw new ProtocolError('unknown required flags');
  const end = bytes.length - ((flags & checksumPresent) !== 0 ? 4 : 0);
  const sequences = new Map<string, Buffer[]>();
  let command: Doc | undefined;
  let at = 20;
  while (at < end) {
    const kind = bytes[at++];
    if (kind === 0) {
      if (command) throw new ProtocolError('two bodies in one message');
      const stop = endOfDocument(bytes, at, end);
      command = readBody(bytes.subarray(at, stop), sequences);
      at = stop;
    } else if (kind === 1) at = readSequence(bytes, at, end, sequences);
    else throw new ProtocolError(`unknown section kind ${kind}`);
  }
  if (!command) throw new ProtocolError('message without a body');
  return { requestId, command, sequences, wantsReply: (flags & moreToCome) === 0, legacy: false };
}

function readSequence(bytes: Buffer, at: number, end: number, sequences: Map<string, Buffer[]>): number {
  if (at + 4 > end) throw new ProtocolError('sequence length');
  const stop = at + bytes.readInt32LE(at);
  if (stop > end || stop < at + 5) throw new ProtocolError('sequence length');
  const nameEnd = endOfName(bytes, at + 4, stop);
  const name = readName(bytes, at + 4, nameEnd);
  if (sequences.has(name)) throw new ProtocolError('the same sequence twice');
  const documents: Buffer[] = [];
  let next = nameEnd + 1;
  while (next < stop) {
    const documentEnd = endOfDocument(bytes, next, stop);
    documents.push(bytes.subarray(next, documentEnd));
    next = documentEnd;
  }
  sequences.set(name, documents);
  return stop;
}

/** The body of a command; the documents of an insert stay bytes. */
function readBody(bytes: Buffer, sequences: Map<string, Buffer[]>): Doc {
  if (bytes[4] === 0x02 && bytes.toString('latin1', 5, 12) === 'insert\0') {
    let at = 4;
    while (at < bytes.length - 1) {
      const nameEnd = endOfName(bytes, at + 1, bytes.length);
      const type = bytes[at];
      if (type === 0x04 && readName(bytes, at + 1, nameEnd) === 'documents') {
        const stop = endOfDocument(bytes, nameEnd + 1, bytes.length);
        sequences.set('documents', sliceDocuments(bytes.subarray(nameEnd + 1, stop), 0));
        return decodeWithout(bytes, at, stop);
      }
      at = nameEnd + 1 + sizeOfValue(bytes, type ?? 0, nameEnd + 1, bytes.length);
    }
  }
  return decode(bytes);
}

function decodeWithout(bytes: Buffer, start: number, stop: number): Doc {
  const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(stop)]);
  rest.writeInt32LE(rest.length, 0);
  return decode(rest);
}

function readOpQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = endOfName(bytes, 20, bytes.length);
  const start = nameEnd + 9;
  const stop = endOfDocument(bytes, start, bytes.length);
  validate(bytes, start, stop);
  const outer = decode(bytes.subarray(start, stop));
  const inner = outer.get('$query') ?? outer.get('query');
  const command = isDoc(inner) ? inner : outer;
  const [name = ''] = command.keys();
  if (!['hello', 'ismaster'].includes(name.toLowerCase()))
    throw new MongoError(352, `Unsupported OP_QUERY command: ${name}`);
  command.set('$db', readName(bytes, 20, nameEnd).split('.', 1)[0] as Value);
  return { requestId, command, sequences: new Map(), wantsReply: true, legacy: true };
}

let lastRequestId = 0;

function header(length: number, responseTo: number, opCode: number): Buffer {
  const bytes = Buffer.allocUnsafe(16);
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(lastRequestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

/** The bytes of an answer. */
export function writeReply(message: Pick<Message, 'requestId' | 'legacy'>, reply: Reply): Buffer {
  const body = encodeReply(reply);
  if (!message.legacy) {
    return Buffer.concat([header(21 + body.length, message.requestId, opMessage), Buffer.from([0, 0, 0, 0, 0]), body]);
  }
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(8, 0);
  prefix.writeInt32LE(1, 16);
  return Buffer.concat([header(36 + body.length, message.requestId, opReply), prefix, body]);
}

function isBatchHolder(value: unknown): value is Reply {
  return value !== null && typeof value === 'object' && Object.values(value).some((item) => item instanceof RawBatch);
}

/** Serializes a reply; batches of documents are copied in as the bytes they are. */
function encodeReply(reply: Reply): Buffer {
  const parts: Buffer[] = [Buffer.alloc(4)];
  for (const [name, value] of Object.entries(reply)) {
    if (value instanceof RawBatch) parts.push(element(0x04, name), encodeBatch(value));
    else if (isBatchHolder(value)) parts.push(element(0x03, name), encodeReply(value));
    else parts.push(fieldBytes(name, value));
  }
  parts.push(Buffer.from([0]));
  const bytes = Buffer.concat(parts);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

function fieldBytes(name: string, value: unknown): Buffer {
  const bytes = serialize({ [name]: value }, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset + 4, bytes.length - 5);
}

function element(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`)]);
}

const places: Buffer[] = [];

function encodeBatch({ documents }: RawBatch): Buffer {
  const parts: Buffer[] = [Buffer.alloc(4)];
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i];
    const place = places[i] ?? element(0x03, String(i));
    places[i] = place;
    if (document) parts.push(place, document);
  }
  parts.push(Buffer.from([0]));
  const bytes = Buffer.concat(parts);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}
