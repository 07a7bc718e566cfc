import type { Lead, User } from '@norvalt/sdk';
import {
  type CreateInfiniteQueryResult,
  createInfiniteQuery,
  createQuery,
  type InfiniteData,
} from '@tanstack/svelte-query';
import { norvalt, session } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';
import { type InboxFilters, toQuery } from './filters.ts';

const pageSize = 40;

interface LeadPage {
  data: Lead[];
  nextCursor: string | null;
}

/** The leads of the filters, page after page. */
export function leadListQuery(filters: () => InboxFilters): CreateInfiniteQueryResult<InfiniteData<LeadPage>> {
  return createInfiniteQuery(() => {
    const query = toQuery(filters(), session.user?.id ?? '');
    return {
      queryKey: keys.leadList(query),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }): Promise<LeadPage> => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const { data, nextCursor } = await norvalt.leads.list({ ...query, ...cursor, limit: pageSize }, { signal });
        return { data, nextCursor };
      },
      getNextPageParam: (page: LeadPage) => page.nextCursor,
      placeholderData: (before) => before,
    };
  });
}

/** The people of the dealership. */
export function usersQuery() {
  return createQuery(() => ({
    queryKey: keys.users,
    queryFn: async ({ signal }): Promise<User[]> => (await norvalt.users.list({ limit: 100 }, { signal })).data,
    staleTime: 5 * 60_000,
  }));
}
