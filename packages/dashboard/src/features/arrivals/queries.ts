import type { Arrival, ArrivalOutcome } from '@norvalt/sdk';
import { createInfiniteQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;
const setAside: ArrivalOutcome[] = ['not_a_lead', 'quarantined', 'waiting'];

interface ArrivalPage {
  data: Arrival[];
  nextCursor: string | null;
}

/** What came in and did not become a lead, or everything that came in. */
export function arrivalListQuery(everything: () => boolean) {
  return createInfiniteQuery(() => {
    const query = everything() ? {} : { outcome: setAside };
    return {
      queryKey: keys.arrivalList(query),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }): Promise<ArrivalPage> => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const page = await norvalt.arrivals.list({ ...query, ...cursor, limit: pageSize }, { signal });
        return { data: page.data, nextCursor: page.nextCursor };
      },
      getNextPageParam: (page: ArrivalPage) => page.nextCursor,
      placeholderData: (before) => before,
    };
  });
}
