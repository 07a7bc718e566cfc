import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { changeEntry } from './change-entry.ts';
import { contentOf } from './keep-version.ts';
import type { KnowledgeEntryRecord } from './model.ts';
import { KnowledgeVersion, type KnowledgeVersionRecord } from './version-model.ts';

interface RestoreVersion {
  ctx: TenantContext;
  input: { entry_id: string; version_id: string };
}

/**
 * Makes an entry as it was in a version; that is a new version, so it can be taken back as well.
 * @throws Problem 404 when the entry has no such version
 */
export async function restoreVersion({ ctx, input }: RestoreVersion): Promise<KnowledgeEntryRecord> {
  const { entry_id, version_id } = input;
  const version = await KnowledgeVersion.findOne({ _id: version_id, entry_id }).lean<KnowledgeVersionRecord>();
  if (!version) throw notFound();
  return changeEntry({ ctx, entryId: entry_id, change: 'restored', content: contentOf(version) });
}
