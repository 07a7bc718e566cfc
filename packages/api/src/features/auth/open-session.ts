import type { PublicContext } from '../../http/request-context.ts';
import { after, DAY_MS, SECOND_MS } from '../../lib/clock.ts';
import { newId } from '../../lib/ids.ts';
import { sealText, sha256 } from '../../lib/secrets.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { MembershipRecord } from '../users/model.ts';
import { signAccessToken } from './access-token.ts';
import { Session } from './model.ts';
import { makeRefreshToken } from './refresh-token.ts';
import type { SignedIn } from './signed-in.ts';

/** However often it is refreshed, a session ends this long after the person signed in. */
const SESSION_MS = 30 * DAY_MS;
const MAX_USER_AGENT = 300;

export const SEALED_FOR = 'refresh';

/** Starts a session of a person in one dealership. */
export async function openSession(ctx: PublicContext, membership: MembershipRecord): Promise<SignedIn> {
  const { clock, env } = ctx.services;
  const now = clock.now();
  const dealership = await findDealership(membership.dealership_id);
  if (!dealership) throw new Error('a membership of a dealership that does not exist');
  const sessionId = newId('ses', now);
  const refreshToken = makeRefreshToken(sessionId, env.encryptionKey);
  await Session.create({
    _id: sessionId,
    user_id: membership.user_id,
    dealership_id: dealership._id,
    refresh_hash: sha256(refreshToken),
    previous_hash: null,
    sealed_refresh: sealText(env.encryptionKey, SEALED_FOR, refreshToken),
    rotated_at: now,
    revoked_at: null,
    ip: ctx.visitor.ip,
    user_agent: ctx.visitor.userAgent.slice(0, MAX_USER_AGENT),
    created_at: now,
    expires_at: after(now, SESSION_MS),
  });
  const claims = { userId: membership.user_id, sessionId, dealershipId: dealership._id };
  return {
    membership,
    dealership,
    accessToken: signAccessToken(claims, env.jwtSecret, now),
    refreshToken,
    refreshSeconds: SESSION_MS / SECOND_MS,
  };
}
