import type { KnowledgeCategory, KnowledgeKind, KnowledgeSummary, UnansweredQuestion } from '@norvalt/sdk';
import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;

export interface EntryFilters {
  kind: KnowledgeKind | null;
  category: string | null;
  q: string;
}

interface EntryPage {
  data: KnowledgeSummary[];
  categories: KnowledgeCategory[];
  nextCursor: string | null;
}

/** The entries that match, page after page, with every category there is. */
export function entryListQuery(filters: () => EntryFilters) {
  return createInfiniteQuery(() => {
    const { kind, category, q } = filters();
    const query = {
      ...(kind ? { kind } : {}),
      ...(category ? { category } : {}),
      ...(q.trim() ? { q: q.trim() } : {}),
    };
    return {
      queryKey: keys.knowledgeList(query),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }): Promise<EntryPage> => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const page = await norvalt.knowledge.list({ ...query, ...cursor, limit: pageSize }, { signal });
        return { data: page.data, categories: page.body.categories, nextCursor: page.nextCursor };
      },
      getNextPageParam: (page: EntryPage) => page.nextCursor,
      placeholderData: (before) => before,
    };
  });
}

/** One entry with its whole text. */
export function entryQuery(entryId: () => string) {
  return createQuery(() => ({
    queryKey: keys.knowledgeEntry(entryId()),
    queryFn: ({ signal }) => norvalt.knowledge.get(entryId(), { signal }),
  }));
}

/** The last hundred versions of an entry, newest first. */
export function versionsQuery(entryId: () => string) {
  return createQuery(() => ({
    queryKey: keys.knowledgeVersions(entryId()),
    queryFn: async ({ signal }) => (await norvalt.knowledge.versions.list(entryId(), { limit: 100 }, { signal })).data,
  }));
}

interface QuestionPage {
  data: UnansweredQuestion[];
  nextCursor: string | null;
}

/** What nobody has answered yet, last asked first. */
export function unansweredQuery() {
  return createInfiniteQuery(() => ({
    queryKey: keys.unanswered,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<QuestionPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await norvalt.knowledge.unanswered.list({ ...cursor, limit: pageSize }, { signal });
      return { data: page.data, nextCursor: page.nextCursor };
    },
    getNextPageParam: (page: QuestionPage) => page.nextCursor,
  }));
}
