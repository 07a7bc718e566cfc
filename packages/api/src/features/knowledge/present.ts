import { plainText } from '../../answering/knowledge/plain-text.ts';
import type { components } from '../../generated/openapi.ts';
import { contentOf } from './keep-version.ts';
import type { KnowledgeEntryRecord, KnowledgeSummaryRecord } from './model.ts';
import type { SearchedKnowledge } from './search-knowledge.ts';
import type { KnowledgeVersionRecord } from './version-model.ts';

/** What clients see of an entry of the knowledge. */
export function presentEntry(record: KnowledgeEntryRecord): components['schemas']['KnowledgeEntry'] {
  return {
    id: record._id,
    kind: record.kind,
    origin: record.origin,
    ...contentOf(record),
    file_name: record.file_name,
    pages: record.pages,
    url: record.url,
    fetched_at: record.fetched_at?.toISOString() ?? null,
    version: record.version,
    changed_by: record.changed_by,
    created_at: record.created_at.toISOString(),
    updated_at: record.updated_at.toISOString(),
  };
}

const EXCERPT_CHARACTERS = 200;

/** What a list shows of an entry: all but the text, which may be long. */
export function presentSummary(record: KnowledgeSummaryRecord): components['schemas']['KnowledgeSummary'] {
  return {
    id: record._id,
    kind: record.kind,
    origin: record.origin,
    title: record.title,
    excerpt: plainText(record.text).slice(0, EXCERPT_CHARACTERS),
    characters: record.characters,
    language: record.language,
    languages: [record.language, ...record.translations.map((one) => one.language)],
    category: record.category,
    valid_from: record.valid_from,
    valid_to: record.valid_to,
    enabled: record.enabled,
    file_name: record.file_name,
    url: record.url,
    version: record.version,
    changed_by: record.changed_by,
    updated_at: record.updated_at.toISOString(),
  };
}

/** What clients see of an entry as it was. */
export function presentVersion(record: KnowledgeVersionRecord): components['schemas']['KnowledgeVersion'] {
  return {
    id: record._id,
    entry_id: record.entry_id,
    number: record.number,
    change: record.change,
    ...contentOf(record),
    changed_by: record.changed_by,
    created_at: record.created_at.toISOString(),
  };
}

const SCORE_STEPS = 1000;

/** What a trial of the search shows. */
export function presentSearch(found: SearchedKnowledge): components['schemas']['KnowledgeHits'] {
  return {
    data: found.hits.map(({ passage, score, used }) => ({
      entry_id: passage.entryId,
      kind: passage.kind,
      title: passage.title,
      text: passage.text,
      language: passage.language,
      score: Math.round(score * SCORE_STEPS) / SCORE_STEPS,
      used,
    })),
    threshold: found.threshold,
    language: found.language,
  };
}
