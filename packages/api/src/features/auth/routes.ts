import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { getMe } from './get-me.ts';
import { logIn } from './log-in.ts';
import { logOut } from './log-out.ts';
import { presentMe, presentSession } from './present.ts';
import { noRefreshCookie, REFRESH_COOKIE, refreshCookie } from './refresh-cookie.ts';
import { refreshSession } from './refresh-session.ts';
import type { BrowserHeaders } from './refuse-cross-site.ts';
import { signUp } from './sign-up.ts';
import { updateMe } from './update-me.ts';

function browserHeaders(header: (name: string) => string | undefined): BrowserHeaders {
  return { origin: header('origin'), host: header('host'), fetchSite: header('sec-fetch-site') };
}

export const authRoutes = {
  signUp: async ({ ctx, body }) => {
    const signedIn = await signUp({ ctx, input: body });
    return created(presentSession(signedIn), refreshCookie(signedIn));
  },
  logIn: async ({ ctx, body }) => {
    const signedIn = await logIn({ ctx, input: body });
    return ok(presentSession(signedIn), refreshCookie(signedIn));
  },
  acceptInvitation: async ({ ctx, body }) => {
    const signedIn = await acceptInvitation({ ctx, input: body });
    return ok(presentSession(signedIn), refreshCookie(signedIn));
  },
  refreshSession: async ({ ctx, header, cookie }) => {
    const input = { refreshToken: cookie(REFRESH_COOKIE), headers: browserHeaders(header) };
    const signedIn = await refreshSession({ ctx, input });
    return ok(presentSession(signedIn), refreshCookie(signedIn));
  },
  logOut: async ({ ctx, header, cookie }) => {
    const refreshToken = cookie(REFRESH_COOKIE);
    await logOut({
      ctx,
      input: { authorization: header('authorization'), refreshToken, headers: browserHeaders(header) },
    });
    return noContent(noRefreshCookie);
  },
  getMe: async ({ ctx }) => ok(presentMe(await getMe({ ctx }))),
  updateMe: async ({ ctx, body }) => ok(presentMe(await updateMe({ ctx, input: body }))),
} satisfies Pick<Routes, 'signUp' | 'logIn' | 'acceptInvitation' | 'refreshSession' | 'logOut' | 'getMe' | 'updateMe'>;
