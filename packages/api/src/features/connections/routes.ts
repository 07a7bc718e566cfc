import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { createConnection } from './create-connection.ts';
import { deleteConnection } from './delete-connection.ts';
import { findConnection, withWaiting } from './find-connection.ts';
import { listConnections } from './list-connections.ts';
import { listTemplates } from './list-templates.ts';
import { presentConnection } from './present.ts';
import { testConnection } from './test-connection.ts';
import { updateConnection } from './update-connection.ts';

export const connectionRoutes = {
  listConnections: async ({ ctx, query }) =>
    ok({
      ...presentPage(await listConnections(query), presentConnection),
      setup: {
        available: ctx.services.graph !== null,
        webhook_url: `${ctx.services.env.publicUrl}/webhooks/meta`,
      },
    }),
  createConnection: async ({ ctx, body }) => created(presentConnection(await createConnection({ ctx, input: body }))),
  getConnection: async ({ path }) => ok(presentConnection(await withWaiting(await findConnection(path.connection_id)))),
  updateConnection: async ({ ctx, path, body }) =>
    ok(presentConnection(await updateConnection({ ctx, input: { ...path, ...body } }))),
  deleteConnection: async ({ ctx, path }) => {
    await deleteConnection({ ctx, input: path });
    return noContent();
  },
  listConnectionTemplates: async ({ ctx, path }) => ok({ data: await listTemplates({ ctx, input: path }) }),
  testConnection: async ({ ctx, path }) => {
    const { ok: works, detail, ...found } = await testConnection({ ctx, input: path });
    return ok({ ok: works, detail, connection: presentConnection(found) });
  },
} satisfies Pick<
  Routes,
  | 'listConnections'
  | 'createConnection'
  | 'getConnection'
  | 'updateConnection'
  | 'deleteConnection'
  | 'listConnectionTemplates'
  | 'testConnection'
>;
