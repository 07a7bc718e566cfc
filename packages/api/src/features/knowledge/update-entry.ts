import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { changeEntry } from './change-entry.ts';
import type { KnowledgeEntryRecord } from './model.ts';

interface UpdateEntry {
  ctx: TenantContext;
  input: { entry_id: string; changes: components['schemas']['KnowledgeEntryUpdate'] };
}

/**
 * Changes an entry; how it was stays as a version.
 * @throws Problem 404 when the dealership has no such entry, 422 when the content is not usable
 */
export async function updateEntry({ ctx, input }: UpdateEntry): Promise<KnowledgeEntryRecord> {
  return changeEntry({ ctx, entryId: input.entry_id, change: 'edited', content: input.changes });
}
