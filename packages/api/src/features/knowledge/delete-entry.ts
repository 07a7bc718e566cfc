import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { KnowledgeEntry } from './model.ts';
import { stampKnowledge } from './stamp-model.ts';
import { KnowledgeVersion } from './version-model.ts';

interface DeleteEntry {
  ctx: TenantContext;
  input: { entry_id: string };
}

/**
 * Removes an entry for good, with all its versions.
 * @throws Problem 404 when the dealership has none of that id
 */
export async function deleteEntry({ input }: DeleteEntry): Promise<void> {
  const { deletedCount } = await KnowledgeEntry.deleteOne({ _id: input.entry_id });
  if (deletedCount === 0) throw notFound();
  await stampKnowledge();
  await KnowledgeVersion.deleteMany({ entry_id: input.entry_id });
}
