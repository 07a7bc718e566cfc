import type { GraphClient } from '../../channels/meta/graph-client.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import type { ConnectionProvider } from './model.ts';
import { type ConnectionTarget, providers, type TokenVerdict, tokenExpiry } from './try-token.ts';

const RETRY_LATER = { 'Retry-After': '30' };

/**
 * The client of Meta.
 * @throws Problem 503 where this deployment has no app there
 */
export function graphOf(services: Pick<Services, 'graph'>): GraphClient {
  if (services.graph) return services.graph;
  throw new Problem('unavailable', {
    detail: 'This deployment has no app at Meta: META_APP_SECRET and META_VERIFY_TOKEN are not set.',
    headers: RETRY_LATER,
  });
}

function refuse(verdict: Extract<TokenVerdict, { ok: false }>): Problem {
  if (verdict.kind === 'busy')
    return new Problem('unavailable', {
      detail: `Meta cannot be asked just now: ${verdict.detail}`,
      headers: RETRY_LATER,
    });
  return unprocessable([{ pointer: `#/${verdict.field}`, detail: verdict.detail }]);
}

/**
 * Makes sure that a token is of the page or number it is given for, and subscribes it.
 * @throws Problem 422 when the provider refuses it, 503 when it cannot be asked
 */
export async function checkToken(
  services: Pick<Services, 'graph'>,
  provider: ConnectionProvider,
  target: ConnectionTarget,
  token: string,
): Promise<{ name: string; expiresAt: Date | null }> {
  const graph = graphOf(services);
  const tried = await providers[provider].tryToken(graph, target, token);
  if (!tried.ok) throw refuse(tried);
  const subscribed = await providers[provider].subscribe(graph, target, token);
  if (!subscribed.ok) throw refuse(subscribed);
  return { name: tried.name, expiresAt: await tokenExpiry(graph, token) };
}
