import { presentPage } from '../../database/page.ts';
import { created, noContent, ok, type Routes } from '../../http/handler.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { presentApiKey } from './present.ts';
import { revokeApiKey } from './revoke-api-key.ts';

export const apiKeyRoutes = {
  listApiKeys: async ({ ctx, query }) => ok(presentPage(await listApiKeys({ ctx, input: query }), presentApiKey)),
  createApiKey: async ({ ctx, body }) => {
    const { record, key } = await createApiKey({ ctx, input: body });
    return created({ ...presentApiKey(record), key });
  },
  revokeApiKey: async ({ ctx, path }) => {
    await revokeApiKey({ ctx, input: path });
    return noContent();
  },
} satisfies Pick<Routes, 'listApiKeys' | 'createApiKey' | 'revokeApiKey'>;
