import { createOnce } from '../../database/create-once.ts';
import { derivedId } from '../../lib/ids.ts';
import type { KnowledgeContent, KnowledgeEntryRecord } from './model.ts';
import { KnowledgeVersion } from './version-model.ts';

/** The part of an entry, or of a version, that people change. */
export function contentOf(record: KnowledgeContent): KnowledgeContent {
  const { title, text, language, category, translations, valid_from, valid_to, enabled } = record;
  return {
    title,
    text,
    language,
    category,
    translations: translations.map((one) => ({ language: one.language, title: one.title, text: one.text })),
    valid_from,
    valid_to,
    enabled,
  };
}

/**
 * Keeps how an entry is now. Its id follows from the entry and its version: called after each change, and again before
 * the next one in case the process died in between.
 */
export async function keepVersion(entry: KnowledgeEntryRecord): Promise<void> {
  await createOnce(KnowledgeVersion, {
    _id: derivedId('kver', `${entry.dealership_id} ${entry._id} ${entry.version}`),
    entry_id: entry._id,
    number: entry.version,
    ...contentOf(entry),
    change: entry.change,
    changed_by: entry.changed_by,
    created_at: entry.updated_at,
  });
}
