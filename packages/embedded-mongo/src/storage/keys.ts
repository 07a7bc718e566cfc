import type { KeyRange } from './store.ts';

/** Bytes of a record's number at the end of keys. */
export const recordBytes = 6;

/** The key of a record in a collection's store. */
export function recordKey(storeId: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(4 + recordBytes);
  key.writeUInt32BE(storeId, 0);
  key.writeUIntBE(record, 4, recordBytes);
  return key;
}

/** A record's number as the value of an index entry. */
export function recordValue(record: number): Buffer {
  const value = Buffer.allocUnsafe(recordBytes);
  value.writeUIntBE(record, 0, recordBytes);
  return value;
}

/** The record's number in the last bytes of a key or in a value. */
export function readRecord(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - recordBytes, recordBytes);
}

/** All keys of one store. */
export function storeRange(storeId: number): KeyRange {
  const low = Buffer.allocUnsafe(4);
  low.writeUInt32BE(storeId, 0);
  const high = Buffer.allocUnsafe(4);
  high.writeUInt32BE(storeId + 1, 0);
  return { low, high };
}

/** The first key after every key that starts with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const after = Buffer.from(prefix.subarray(0, end));
  after[end - 1] = (after[end - 1] ?? 0) + 1;
  return after;
}
