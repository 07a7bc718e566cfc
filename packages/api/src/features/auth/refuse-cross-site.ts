import { Problem } from '../../http/problem.ts';

/** The headers of a request that tell which site made a browser send it. */
export interface BrowserHeaders {
  origin: string | undefined;
  host: string | undefined;
  fetchSite: string | undefined;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/**
 * Refuses a request that another site made a browser send together with our cookie.
 * @throws Problem 403 when the browser names an origin that is neither the deployment's nor the request's own host
 */
export function refuseCrossSite(headers: BrowserHeaders, publicUrl: string): void {
  const { origin, host, fetchSite } = headers;
  const isOurs =
    origin === undefined || origin === new URL(publicUrl).origin || (host !== undefined && hostOf(origin) === host);
  if (!isOurs || fetchSite === 'cross-site') {
    throw new Problem('forbidden', { detail: 'The request comes from another site.' });
  }
}
