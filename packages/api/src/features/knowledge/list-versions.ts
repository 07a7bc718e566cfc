import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findEntry } from './find-entry.ts';
import { keepVersion } from './keep-version.ts';
import { KnowledgeVersion, type KnowledgeVersionRecord } from './version-model.ts';

interface ListVersions {
  ctx: TenantContext;
  input: PageRequest & { entry_id: string };
}

/**
 * Lists how an entry was, newest first; the first is how it is.
 * @throws Problem 404 when the dealership has no such entry
 */
export async function listVersions({ input }: ListVersions): Promise<Page<KnowledgeVersionRecord>> {
  await keepVersion(await findEntry(input.entry_id));
  return findPage(KnowledgeVersion, {
    filter: { entry_id: input.entry_id },
    orderBy: 'created_at',
    direction: 'newest_first',
    request: input,
  });
}
