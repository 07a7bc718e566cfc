import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomText, sha256 } from '../../lib/secrets.ts';

const RANDOM_LENGTH = 32;

function mark(sessionId: string, random: string, secret: string): string {
  return createHmac('sha256', secret).update(`refresh ${sessionId} ${random}`).digest('base64url');
}

/**
 * Makes a refresh token `<session id>.<random>`. Its second half is a mark of ours, so that every token a session ever
 * had is known again, however old, and one that somebody made up can do nothing to the session.
 */
export function makeRefreshToken(sessionId: string, secret: string): string {
  const random = randomText(RANDOM_LENGTH);
  return `${sessionId}.${random}${mark(sessionId, random, secret)}`;
}

/** Reads a refresh token; `null` when it is not one of ours. */
export function readRefreshToken(token: string, secret: string): { sessionId: string; hash: string } | null {
  const match = /^(ses_[0-9A-Z]{26})\.([0-9A-Za-z]{32})([\w-]{43})$/.exec(token);
  if (!match?.[1] || !match[2] || !match[3]) return null;
  const expected = Buffer.from(mark(match[1], match[2], secret));
  if (!timingSafeEqual(expected, Buffer.from(match[3]))) return null;
  return { sessionId: match[1], hash: sha256(token) };
}
