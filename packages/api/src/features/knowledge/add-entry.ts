import { createOnce } from '../../database/create-once.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { charactersOf, checkContent, checkRoom } from './check-content.ts';
import { keepVersion } from './keep-version.ts';
import { type KnowledgeContent, KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { stampKnowledge } from './stamp-model.ts';

interface AddEntry {
  ctx: TenantContext;
  id: string;
  content: KnowledgeContent;
  about: Pick<KnowledgeEntryRecord, 'kind' | 'origin'> &
    Partial<Pick<KnowledgeEntryRecord, 'file_name' | 'pages' | 'url' | 'fetched_at'>>;
}

/**
 * Adds an entry under its id, or answers with the one that an earlier try added.
 * @throws Problem 422 when the content is not usable or the dealership's room is full
 */
export async function addEntry({ ctx, id, content: given, about }: AddEntry): Promise<KnowledgeEntryRecord> {
  const now = ctx.services.clock.now();
  const content = checkContent(given);
  const characters = charactersOf(content);
  await checkRoom(id, characters);
  const entry = await createOnce(KnowledgeEntry, {
    _id: id,
    file_name: null,
    pages: null,
    url: null,
    fetched_at: null,
    ...about,
    ...content,
    characters,
    version: 1,
    change: 'created',
    changed_by: ctx.actor.name,
    created_at: now,
    updated_at: now,
  });
  await keepVersion(entry);
  await stampKnowledge();
  return entry;
}
