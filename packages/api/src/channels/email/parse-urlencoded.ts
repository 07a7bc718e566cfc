import { appendValue } from './append-value.ts';
import { decodeCharset } from './decode-charset.ts';

/**
 * Every value of every field of an `application/x-www-form-urlencoded` body; bytes that do not fit the charset become
 * replacement characters. Never throws.
 */
export function parseUrlencoded(body: Buffer, charset: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const decode = (escaped: Buffer) => decodeCharset(percentDecode(escaped), charset);
  for (let start = 0; start < body.length; ) {
    const ampersand = body.indexOf('&', start);
    const end = ampersand < 0 ? body.length : ampersand;
    const pair = body.subarray(start, end);
    start = end + 1;
    if (pair.length === 0) continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.subarray(0, equals));
    const value = equals < 0 ? '' : decode(pair.subarray(equals + 1));
    appendValue(fields, name, value);
  }
  return fields;
}

/** `+` is a space and `%41` a byte; an escape that is not one stays as it was written. */
function percentDecode(escaped: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(escaped.length);
  let length = 0;
  for (let at = 0; at < escaped.length; at++) {
    const byte = escaped[at] ?? 0;
    const high = byte === 0x25 ? hexDigit(escaped[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(escaped[at + 2]);
    if (low >= 0) at += 2;
    bytes[length++] = low >= 0 ? high * 16 + low : byte === 0x2b ? 0x20 : byte;
  }
  return bytes.subarray(0, length);
}

function hexDigit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
