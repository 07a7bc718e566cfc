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

/** Reads a refresh token; `null` when none of the secrets made it. */
export function readRefreshToken(
  token: string,
  secrets: readonly string[],
): { sessionId: string; hash: string } | null {
  const [, sessionId, random, given] = /^(ses_[0-9A-Z]{26})\.([0-9A-Za-z]{32})([\w-]{43})$/.exec(token) ?? [];
  if (!sessionId || !random || !given) return null;
  const isOurs = secrets.some((secret) =>
    timingSafeEqual(Buffer.from(mark(sessionId, random, secret)), Buffer.from(given)),
  );
  return isOurs ? { sessionId, hash: sha256(token) } : null;
}
