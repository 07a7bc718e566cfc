import type { PublicContext } from '../../http/request-context.ts';
import { SECOND_MS } from '../../lib/clock.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { findActiveMembership } from '../users/find-memberships.ts';
import { signAccessToken } from './access-token.ts';
import { type BrowserHeaders, refuseCrossSite } from './refuse-cross-site.ts';
import { rotateRefreshToken, sessionEnded } from './rotate-refresh-token.ts';
import type { SignedIn } from './signed-in.ts';

interface RefreshSession {
  ctx: PublicContext;
  input: { refreshToken: string | undefined; headers: BrowserHeaders };
}

/**
 * Gives a new access token for a refresh token, and the next refresh token with it.
 * @throws Problem 401 when the session is over, 403 when another site made the browser ask
 */
export async function refreshSession({ ctx, input }: RefreshSession): Promise<SignedIn> {
  const { clock, env } = ctx.services;
  refuseCrossSite(input.headers, env.publicUrl);
  const { session, refreshToken } = await rotateRefreshToken(input.refreshToken, ctx.services);
  const [membership, dealership] = await Promise.all([
    findActiveMembership(session.user_id, session.dealership_id),
    findDealership(session.dealership_id),
  ]);
  if (!membership || !dealership) throw sessionEnded();
  const now = clock.now();
  const claims = { userId: session.user_id, sessionId: session._id, dealershipId: session.dealership_id };
  return {
    membership,
    dealership,
    accessToken: signAccessToken(claims, env.jwtSecret, now),
    refreshToken,
    refreshSeconds: Math.floor((session.expires_at.getTime() - now.getTime()) / SECOND_MS),
  };
}
