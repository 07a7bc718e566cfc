import type { TenantContext } from '../../http/request-context.ts';
import { graphOf } from './check-token.ts';
import { noteRefused, noteTrouble, noteWorks } from './connection-health.ts';
import { tokenOf } from './connection-token.ts';
import { type ConnectionWithWaiting, findConnection, withWaiting } from './find-connection.ts';
import { providers, type TokenVerdict, targetOf } from './try-token.ts';

interface TestConnection {
  ctx: TenantContext;
  input: { connection_id: string };
}

/** How a try of a connection went. */
export interface ConnectionTrial extends ConnectionWithWaiting {
  ok: boolean;
  detail: string | null;
}

const SEALED_AWAY: TokenVerdict = {
  ok: false,
  kind: 'token',
  field: 'token',
  detail: 'The key that the token was sealed with is gone.',
};

/**
 * Tries a connection with its token as it is, and notes how that went.
 * @throws Problem 404, 503 where this deployment has no app at the provider
 */
export async function testConnection({ ctx, input }: TestConnection): Promise<ConnectionTrial> {
  const { services } = ctx;
  const connection = await findConnection(input.connection_id);
  const graph = graphOf(services);
  const token = tokenOf(services.env, connection);
  const verdict =
    token === null ? SEALED_AWAY : await providers[connection.provider].tryToken(graph, targetOf(connection), token);
  if (verdict.ok) await noteWorks(services, connection);
  else if (verdict.kind === 'busy') await noteTrouble(services, connection, verdict.detail);
  else await noteRefused(services, connection, verdict.kind === 'token' ? 'expired' : 'failing', verdict.detail);
  const now = await findConnection(connection._id);
  return { ok: verdict.ok, detail: verdict.ok ? null : verdict.detail, ...(await withWaiting(now)) };
}
