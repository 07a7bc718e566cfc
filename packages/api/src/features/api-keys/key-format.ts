import { crc32 } from 'node:zlib';
import { base62, randomText } from '../../lib/secrets.ts';
import type { ApiKeyRecord } from './model.ts';

const SHAPE = /^(pk|sk)_(live|test)_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

/** Makes a key such as `sk_live_…`; the last six characters are a CRC-32 of the rest, so that typos need no look-up. */
export function makeKey(kind: ApiKeyRecord['kind'], mode: ApiKeyRecord['mode']): string {
  const body = `${kind === 'publishable' ? 'pk' : 'sk'}_${mode}_${randomText(32)}`;
  return body + base62(crc32(body), 6);
}

/** Tells whether text has the shape and the checksum of a key. */
export function isWellFormedKey(text: string): boolean {
  const match = SHAPE.exec(text);
  return match !== null && base62(crc32(text.slice(0, -6)), 6) === match[4];
}

/** What may be shown of a key: its beginning and its last four characters. */
export function previewKey(key: string): string {
  return `${key.slice(0, 8)}…${key.slice(-4)}`;
}
