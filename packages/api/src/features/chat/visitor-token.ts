import { timingSafeEqual } from 'node:crypto';
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';
import { randomText, sha256 } from '../../lib/secrets.ts';
import type { ChatSessionRecord, VisitorTokenRecord } from './model.ts';

export const TOKEN_LIFETIME_MS = HOUR_MS;
/** How long after its end a token may still be exchanged for a new one. */
export const RENEWABLE_MS = 7 * DAY_MS;
/** Other tabs go on with the old token until they hear of the new one. */
const OVERLAP_MS = MINUTE_MS;
/** More than the tabs of one browser can have at a time. */
export const MAX_TOKENS = 8;

const SHAPE = /^ct_([0-9A-HJKMNP-TV-Z]{26})_([0-9A-Za-z]{32})$/;

/** Makes a token of a chat and what is kept of it: `ct_`, the id of the chat, 190 random bits. */
export function makeVisitorToken(sessionId: string, now: Date): { token: string; record: VisitorTokenRecord } {
  const token = `ct_${sessionId.slice(sessionId.indexOf('_') + 1)}_${randomText(32)}`;
  return { token, record: { hash: sha256(token), expires_at: after(now, TOKEN_LIFETIME_MS), renewed: false } };
}

/** The id of the chat that a token names; `null` when it is no token. Whether it is a good one is another question. */
export function sessionIdOfToken(token: string): string | null {
  const ulid = SHAPE.exec(token)?.[1];
  return ulid === undefined ? null : `cht_${ulid}`;
}

/** Finds what is kept of a token. */
export function findToken(session: Pick<ChatSessionRecord, 'tokens'>, token: string): VisitorTokenRecord | undefined {
  const hash = Buffer.from(sha256(token));
  return session.tokens.find((record) => timingSafeEqual(Buffer.from(record.hash), hash));
}

/** A token that was renewed, as it is kept from then on. */
export function retire(record: VisitorTokenRecord, now: Date): VisitorTokenRecord {
  const soon = after(now, OVERLAP_MS);
  return { ...record, renewed: true, expires_at: record.expires_at < soon ? record.expires_at : soon };
}
