import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { readAccessToken } from './access-token.ts';
import { Session } from './model.ts';
import { readRefreshToken } from './refresh-token.ts';
import { type BrowserHeaders, refuseCrossSite } from './refuse-cross-site.ts';

interface LogOut {
  ctx: PublicContext;
  input: { authorization: string | undefined; refreshToken: string | undefined; headers: BrowserHeaders };
}

function sessionOf({ ctx, input }: LogOut): string {
  const { clock, env } = ctx.services;
  const bearer = /^Bearer (\S+)$/i.exec(input.authorization ?? '')?.[1];
  const claims = bearer ? readAccessToken(bearer, env.jwtSecret, clock.now()) : null;
  if (claims) return claims.sessionId;
  const read = readRefreshToken(input.refreshToken ?? '', env.encryptionKeys);
  if (!read) {
    throw new Problem('unauthorized', { detail: 'Nobody is signed in.', headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  refuseCrossSite(input.headers, env.publicUrl);
  return read.sessionId;
}

/**
 * Ends the session of the access token, or else of the refresh cookie: both stop working at once. Again is no error.
 * @throws Problem 401 when there is neither, 403 when another site made the browser ask
 */
export async function logOut({ ctx, input }: LogOut): Promise<void> {
  const sessionId = sessionOf({ ctx, input });
  await Session.updateOne({ _id: sessionId, revoked_at: null }, { revoked_at: ctx.services.clock.now() });
}
