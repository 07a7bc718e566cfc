import { createHash } from 'node:crypto';
import { type Binary, type BSONRegExp, Decimal128, Double, type ObjectId, type Timestamp } from 'bson';
import { typeRank } from './compare.ts';
import { compareDecimal, toFraction } from './decimal.ts';
import { type Doc, isNumeric, type Numeric, type Value } from './value.ts';

/** The longest key that LMDB is given for the values of an index; what is longer ends in a hash. */
export const maxKeyBytes = 1400;

let scratch = Buffer.allocUnsafe(4096);
let length = 0;

function reserve(more: number): void {
  if (length + more <= scratch.length) return;
  const bigger = Buffer.allocUnsafe(Math.max(scratch.length * 2, length + more));
  scratch.copy(bigger, 0, 0, length);
  scratch = bigger;
}

function writeByte(byte: number): void {
  reserve(1);
  scratch[length++] = byte;
}

/** Text ends in 00 01 and holds 00 as 00 02, so that a shorter text sorts first whatever follows. */
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  const start = length;
  length += scratch.write(text, length, 'utf8');
  if (scratch.subarray(start, length).includes(0)) escapeZeros(start);
  writeByte(0);
  writeByte(1);
}

function escapeZeros(start: number): void {
  const raw = Buffer.from(scratch.subarray(start, length));
  length = start;
  for (const byte of raw) {
    writeByte(byte);
    if (byte === 0) writeByte(2);
  }
}

function writeDouble(value: number): void {
  reserve(8);
  scratch.writeDoubleBE(value === 0 ? 0 : value, length);
  if ((scratch[length] ?? 0) & 0x80)
    for (let i = 0; i < 8; i++) scratch[length + i] = ~(scratch[length + i] ?? 0) & 0xff;
  else scratch[length] = (scratch[length] ?? 0) ^ 0x80;
  length += 8;
}

/** A number is the double at or below it, then how far it lies towards the next double, so that all widths sort as one. */
function writeNumber(input: Numeric): void {
  const value = input instanceof Double ? input.value : input;
  if (typeof value === 'number') {
    if (Number.isNaN(value)) writeByte(0x01);
    else {
      writeByte(0x02);
      writeDouble(value);
      writeByte(0);
    }
    return;
  }
  const fraction = toFraction(value);
  if (typeof fraction === 'number') {
    writeNumber(fraction);
    return;
  }
  const below = doubleAtOrBelow(value);
  writeByte(0x02);
  writeDouble(below);
  const floor = toFraction(below);
  const above = toFraction(nextDouble(below));
  if (compareDecimal(below, value) === 0 || typeof floor === 'number' || typeof above === 'number') {
    writeByte(0);
    return;
  }
  const distance = fraction.numerator * floor.denominator - floor.numerator * fraction.denominator;
  const gap = above.numerator * floor.denominator - floor.numerator * above.denominator;
  const share = (distance * above.denominator * 2n ** 112n) / (gap * fraction.denominator);
  writeByte(1);
  reserve(14);
  length += scratch.write(share.toString(16).padStart(28, '0').slice(0, 28), length, 'hex');
}

function doubleAtOrBelow(value: bigint | Decimal128): number {
  const near = Number(value.toString());
  if (!Number.isFinite(near)) return near < 0 ? near : Number.MAX_VALUE;
  return compareDecimal(near, value instanceof Decimal128 ? value : Decimal128.fromString(value.toString())) > 0
    ? -nextDouble(-near)
    : near;
}

const view = new DataView(new ArrayBuffer(8));

function nextDouble(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function writeValue(value: Value): void {
  const rank = typeRank(value);
  writeByte(rank + 0x10);
  if (typeof value === 'string') writeText(value);
  else if (isNumeric(value)) writeNumber(value);
  else if (value instanceof Map) writeDocument(value);
  else if (Array.isArray(value)) {
    for (const item of value) writeValue(item);
    writeByte(0);
  } else writeScalar(value, rank);
}

function writeDocument(doc: Doc): void {
  for (const [name, value] of doc) {
    writeByte(typeRank(value) + 0x10);
    writeText(name);
    writeValue(value);
  }
  writeByte(0);
}

function writeScalar(value: Value, rank: number): void {
  switch (rank) {
    case 30:
      writeBinary(value as Binary);
      break;
    case 35:
      reserve(12);
      scratch.set((value as ObjectId).id, length);
      length += 12;
      break;
    case 40:
      writeByte(value === true ? 1 : 0);
      break;
    case 45:
      reserve(8);
      length = scratch.writeBigUInt64BE(
        BigInt.asUintN(64, BigInt((value as Date).getTime() || 0)) ^ (1n << 63n),
        length,
      );
      break;
    case 47:
      reserve(8);
      length = scratch.writeUInt32BE((value as Timestamp).t, length);
      length = scratch.writeUInt32BE((value as Timestamp).i, length);
      break;
    case 50:
      writeText((value as BSONRegExp).pattern);
      writeText((value as BSONRegExp).options);
      break;
    case 15:
      writeText(String(value));
      break;
    case 55:
    case 60:
    case 65:
      writeText(JSON.stringify(value));
  }
}

function writeBinary({ position, sub_type, buffer }: Binary): void {
  reserve(position + 5);
  length = scratch.writeUInt32BE(position, length);
  writeByte(sub_type);
  length += Buffer.from(buffer.buffer, buffer.byteOffset, position).copy(scratch, length);
}

/** Appends the key bytes of one value, turned round for a descending field. */
function appendField(value: Value, descending: boolean): void {
  const start = length;
  writeValue(value);
  if (descending) for (let i = start; i < length; i++) scratch[i] = ~(scratch[i] ?? 0) & 0xff;
}

/**
 * Encodes the values of an index so that comparing the bytes compares the values; `descending` says which fields are
 * turned round, and `prefix` is the store's id.
 */
export function encodeKey(prefix: number, values: readonly Value[], descending: readonly boolean[]): Buffer {
  length = 0;
  reserve(4);
  length = scratch.writeUInt32BE(prefix, 0);
  for (let i = 0; i < values.length; i++) appendField(values[i], descending[i] === true);
  return finish();
}

/**
 * The bytes that every key starting with these values starts with; a text too long for a key gives fewer bytes, so what
 * a bound finds has still to be looked at.
 */
export function encodeBound(prefix: number, values: readonly Value[], descending: readonly boolean[]): Buffer {
  length = 0;
  reserve(4);
  length = scratch.writeUInt32BE(prefix, 0);
  for (let i = 0; i < values.length; i++) appendField(values[i], descending[i] === true);
  return Buffer.from(scratch.subarray(0, Math.min(length, maxKeyBytes - 16)));
}

/** Whether a key made by `encodeKey` was cut, so that its order among its like is lost. */
export function isCut(key: Buffer): boolean {
  return key.length >= maxKeyBytes;
}

function finish(): Buffer {
  if (length <= maxKeyBytes - 1) return Buffer.from(scratch.subarray(0, length));
  const hash = createHash('sha256').update(scratch.subarray(0, length)).digest().subarray(0, 16);
  return Buffer.concat([scratch.subarray(0, maxKeyBytes - 16), hash]);
}

/** The bytes that identify a value for grouping and distinctness: equal values, and only they, share them. */
export function identityOf(value: Value): string {
  length = 0;
  writeValue(value);
  return scratch.toString('latin1', 0, length);
}
