import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { ApiKey, type ApiKeyRecord } from './model.ts';

interface ListApiKeys {
  ctx: TenantContext;
  input: PageRequest;
}

/** Lists the keys that work, newest first. */
export async function listApiKeys({ input }: ListApiKeys): Promise<Page<ApiKeyRecord>> {
  return findPage(ApiKey, {
    filter: { revoked_at: null },
    orderBy: 'created_at',
    direction: 'newest_first',
    request: input,
  });
}
