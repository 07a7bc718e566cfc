import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { graphOf } from './check-token.ts';
import { tokenOf } from './connection-token.ts';
import { findConnection } from './find-connection.ts';
import type { ConnectionRecord } from './model.ts';
import { type ApprovedTemplate, readTemplates } from './read-templates.ts';

/**
 * Asks for the templates of a connection; a Facebook page has none.
 * @throws Problem 503 when they cannot be had just now
 */
export async function templatesOf(ctx: TenantContext, connection: ConnectionRecord): Promise<ApprovedTemplate[]> {
  if (connection.account_id === null) return [];
  const graph = graphOf(ctx.services);
  const token = tokenOf(ctx.services.env, connection);
  const read = token === null ? null : await readTemplates(graph, connection.account_id, token);
  if (read && 'templates' in read) return read.templates;
  throw new Problem('unavailable', {
    detail: `The templates cannot be had just now: ${read?.reason ?? 'the key that the token was sealed with is gone'}`,
    headers: { 'Retry-After': '30' },
  });
}

interface ListTemplates {
  ctx: TenantContext;
  input: { connection_id: string };
}

/**
 * Lists the templates that a connection can send, as its provider has them now.
 * @throws Problem 404, 503
 */
export async function listTemplates({ ctx, input }: ListTemplates): Promise<ApprovedTemplate[]> {
  return templatesOf(ctx, await findConnection(input.connection_id));
}
