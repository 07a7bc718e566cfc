import mongoose from 'mongoose';
import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { escapeForRegex } from '../../lib/escape-for-regex.ts';
import {
  KnowledgeEntry,
  type KnowledgeEntryRecord,
  type KnowledgeKind,
  type KnowledgeSummaryRecord,
  summaryFields,
} from './model.ts';

interface ListEntries {
  ctx: TenantContext;
  input: PageRequest & { kind?: KnowledgeKind | undefined; category?: string | undefined; q?: string | undefined };
}

type Category = components['schemas']['KnowledgeCategory'];

const MAX_WORDS = 6;

/** An entry may be a document of many pages, of which a list shows 200 characters; some of these are its markup. */
const SUMMARY: Record<string, unknown> = {
  ...Object.fromEntries([...summaryFields, 'translations.language'].map((field) => [field, 1])),
  text: { $substrCP: ['$text', 0, 400] },
};

/** Every category in use and how many entries it has, by name. */
async function countCategories(): Promise<Category[]> {
  const groups = await KnowledgeEntry.aggregate<{ _id: string | null; entries: number }>([
    { $group: { _id: '$category', entries: { $sum: 1 } } },
  ]);
  return groups
    .flatMap(({ _id, entries }) => (_id === null ? [] : [{ name: _id, entries }]))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/** All words have to be in the title or the text, as they are written; of at most 500 entries no index is needed. */
function containing(q: string): Record<string, unknown> {
  const words = q.split(/\s+/).filter((word) => word !== '');
  const patterns = words.slice(0, MAX_WORDS).map((word) => new RegExp(escapeForRegex(word), 'i'));
  if (patterns.length === 0) return {};
  return {
    $and: mongoose.trusted(patterns.map((pattern) => ({ $or: [{ title: pattern }, { text: pattern }] }))),
  };
}

/** Lists the knowledge, last changed first, with every category whatever is asked for. */
export async function listEntries({
  input,
}: ListEntries): Promise<Page<KnowledgeSummaryRecord> & { categories: Category[] }> {
  const filter = {
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.category ? { category: input.category } : {}),
  };
  const search = input.q === undefined ? {} : containing(input.q);
  const [page, categories] = await Promise.all([
    findPage<KnowledgeEntryRecord, KnowledgeSummaryRecord>(KnowledgeEntry, {
      filter: { ...filter, ...search },
      fields: SUMMARY,
      orderBy: 'updated_at',
      direction: 'newest_first',
      request: input,
    }),
    countCategories(),
  ]);
  return { ...page, categories };
}
