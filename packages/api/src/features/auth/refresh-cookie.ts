import type { ReplyCookie } from '../../http/handler.ts';
import type { SignedIn } from './signed-in.ts';

/** Holds the refresh token; only sent back to where tokens are refreshed. */
export const REFRESH_COOKIE = 'norvalt_refresh';
const PATH = '/v1/auth';

/** The cookie of somebody who has signed in. */
export function refreshCookie({ refreshToken, refreshSeconds }: SignedIn): { cookie: ReplyCookie } {
  return { cookie: { name: REFRESH_COOKIE, value: refreshToken, path: PATH, maxAgeSeconds: refreshSeconds } };
}

/** Takes the cookie away again. */
export const noRefreshCookie: { cookie: ReplyCookie } = {
  cookie: { name: REFRESH_COOKIE, value: null, path: PATH, maxAgeSeconds: 0 },
};
