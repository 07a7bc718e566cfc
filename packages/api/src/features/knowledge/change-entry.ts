import type { TenantContext } from '../../http/request-context.ts';
import { after } from '../../lib/clock.ts';
import { charactersOf, checkContent, checkRoom } from './check-content.ts';
import { findEntry } from './find-entry.ts';
import { contentOf, keepVersion } from './keep-version.ts';
import { type KnowledgeChange, type KnowledgeContent, KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { stampKnowledge } from './stamp-model.ts';

interface ChangeEntry {
  ctx: TenantContext;
  entryId: string;
  change: KnowledgeChange;
  content: Partial<KnowledgeContent>;
  /** What else is known from now on; no version by itself. */
  about?: Partial<Pick<KnowledgeEntryRecord, 'fetched_at'>>;
}

const MAX_TRIES = 5;

function sameContent(a: KnowledgeContent, b: KnowledgeContent): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

async function tryChange(asked: ChangeEntry): Promise<KnowledgeEntryRecord | null> {
  const { ctx, entryId, change, about = {} } = asked;
  const before = await findEntry(entryId);
  const content = checkContent({ ...contentOf(before), ...asked.content });
  const unchanged = sameContent(before, content);
  if (unchanged && Object.keys(about).length === 0) return before;
  const characters = charactersOf(content);
  if (characters > before.characters) await checkRoom(entryId, characters);
  await keepVersion(before);
  const now = ctx.services.clock.now();
  const next = {
    ...content,
    characters,
    version: before.version + 1,
    change,
    changed_by: ctx.actor.name,
    updated_at: now > before.updated_at ? now : after(before.updated_at, 1),
  };
  return KnowledgeEntry.findOneAndUpdate(
    { _id: entryId, version: before.version },
    { $set: { ...about, ...(unchanged ? {} : next) } },
    { returnDocument: 'after' },
  ).lean<KnowledgeEntryRecord>();
}

/**
 * Changes an entry and keeps how it was; a change that changes nothing makes no version.
 * @throws Problem 404 when the dealership has no such entry, 422 when the content is not usable
 */
export async function changeEntry(asked: ChangeEntry): Promise<KnowledgeEntryRecord> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const entry = await tryChange(asked);
    if (!entry) continue;
    await keepVersion(entry);
    await stampKnowledge();
    return entry;
  }
  throw new Error('an entry of the knowledge kept changing while it was being changed');
}
