const publicPaths = ['/sign-in', '/sign-up', '/invitation'];

/** Whether a path is for people who are not signed in. */
export function isPublicPath(pathname: string): boolean {
  return publicPaths.includes(pathname.replace(/(.)\/$/, '$1'));
}

/** Where to send somebody instead of `pathname`, or null when they may stay. */
export function redirectFor(
  pathname: string,
  search: string,
  signedIn: boolean,
): { path: string; next?: string } | null {
  if (signedIn) return isPublicPath(pathname) && pathname !== '/invitation' ? { path: '/' } : null;
  if (isPublicPath(pathname)) return null;
  const wanted = pathname + search;
  return wanted === '/' ? { path: '/sign-in' } : { path: '/sign-in', next: wanted };
}

/** The path to go to after signing in: only one of our own, never an address somebody put there. */
export function safeNext(next: unknown): string {
  const path = typeof next === 'string' ? next : '/';
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
