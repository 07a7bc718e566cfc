import { randomBytes } from 'node:crypto';
import { incrementBase32, ulid } from 'ulid';
import { MINUTE_MS } from './clock.ts';
import { LruCache } from './lru-cache.ts';
import { sha256 } from './secrets.ts';

/** Prefixes of every id the product hands out; the prefix tells a person what they are looking at. */
export type IdPrefix =
  | 'arr'
  | 'att'
  | 'con'
  | 'cht'
  | 'dlr'
  | 'esc'
  | 'evt'
  | 'frm'
  | 'fup'
  | 'hist'
  | 'idem'
  | 'inb'
  | 'key'
  | 'kno'
  | 'kqn'
  | 'kver'
  | 'kvec'
  | 'lead'
  | 'mbr'
  | 'msg'
  | 'note'
  | 'out'
  | 'per'
  | 'rcp'
  | 'ptl'
  | 'qst'
  | 'req'
  | 'ses'
  | 'sub'
  | 'sup'
  | 'usr'
  | 'veh'
  | 'whd'
  | 'whe'
  | 'whm';

// Asking the system for every letter of every id is a measurable part of an enquiry.
const POOL_BYTES = 4096;
let pool = randomBytes(POOL_BYTES);
let used = 0;

/** Random numbers from 0 up to 1, in steps of 1/256: an id takes one of 32 letters of each, evenly. */
function nextRandom(): number {
  if (used === POOL_BYTES) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  const byte = pool[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** The last ULID of each of the latest milliseconds: work that gives one time to several things is over long before. */
const lastOf = new LruCache<string>(4096, 10 * MINUTE_MS);

/**
 * Makes an id such as `lead_01J…`. It carries the time (milliseconds) it was made for, whatever times other ids of the
 * process were made for: sandboxes run ahead. Those of one millisecond sort by the order they were made in.
 */
export function newId(prefix: IdPrefix, at: Date = new Date()): string {
  const millisecond = String(at.getTime());
  const last = lastOf.get(millisecond);
  const next = last === undefined ? ulid(at.getTime(), nextRandom) : incrementBase32(last);
  lastOf.set(millisecond, next);
  return `${prefix}_${next}`;
}

/** Gives another kind of thing the same ULID, so that a step that is run again makes the same id. */
export function siblingId(id: string, prefix: IdPrefix): string {
  return `${prefix}_${id.slice(id.indexOf('_') + 1)}`;
}

/** An id that follows from what it is about, so that a step that is run again makes the same one. */
export function derivedId(prefix: IdPrefix, about: string): string {
  return `${prefix}_${sha256(about).slice(0, 26).toUpperCase()}`;
}
