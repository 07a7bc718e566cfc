import { Problem } from '../../http/problem.ts';
import { SECOND_MS } from '../../lib/clock.ts';
import { openText, sealText, sha256 } from '../../lib/secrets.ts';
import type { Services } from '../../services.ts';
import { Session, type SessionRecord } from './model.ts';
import { SEALED_FOR } from './open-session.ts';
import { makeRefreshToken, readRefreshToken } from './refresh-token.ts';

/** Two browser tabs may send the same token; what comes later than this was stolen. */
const GRACE_MS = 10 * SECOND_MS;

interface Rotated {
  session: SessionRecord;
  refreshToken: string;
}

export function sessionEnded(): Problem {
  return new Problem('session_ended', { detail: 'Sign in again.' });
}

async function findSession(sessionId: string, now: Date): Promise<SessionRecord> {
  const session = await Session.findById(sessionId).lean<SessionRecord>();
  if (!session || session.revoked_at || session.expires_at <= now) throw sessionEnded();
  return session;
}

async function tryRotate(session: SessionRecord, hash: string, services: Services): Promise<string | null> {
  const key = services.env.encryptionKey;
  const next = makeRefreshToken(session._id, key);
  const { modifiedCount } = await Session.updateOne(
    { _id: session._id, refresh_hash: hash, revoked_at: null },
    {
      refresh_hash: sha256(next),
      previous_hash: hash,
      sealed_refresh: sealText(key, SEALED_FOR, next),
      rotated_at: services.clock.now(),
    },
  );
  return modifiedCount === 1 ? next : null;
}

function replacementWithinGrace(session: SessionRecord, hash: string, services: Services): string | null {
  const ageMs = services.clock.now().getTime() - session.rotated_at.getTime();
  if (session.previous_hash !== hash || ageMs > GRACE_MS) return null;
  return openText(services.env.encryptionKeys, SEALED_FOR, session.sealed_refresh);
}

/**
 * Exchanges a refresh token for the next one of its session. Any older token ends the session, because two hold it; only
 * the one just replaced gets its replacement again for ten seconds.
 * @throws Problem 401 when the token is not ours or its session is over
 */
export async function rotateRefreshToken(token: string | undefined, services: Services): Promise<Rotated> {
  const read = readRefreshToken(token ?? '', services.env.encryptionKeys);
  if (!read) throw new Problem('unauthorized', { detail: 'There is no refresh token, or it is not one of ours.' });
  const now = services.clock.now();
  const session = await findSession(read.sessionId, now);
  const next = await tryRotate(session, read.hash, services);
  if (next) return { session, refreshToken: next };
  const current = await findSession(read.sessionId, now);
  const replacement = replacementWithinGrace(current, read.hash, services);
  if (replacement) return { session: current, refreshToken: replacement };
  await Session.updateOne({ _id: current._id, revoked_at: null }, { revoked_at: now });
  services.logger.warn(
    { session_id: current._id, user_id: current.user_id },
    'a replaced refresh token was used again',
  );
  throw sessionEnded();
}
