import type { Vehicle, VehicleList, VehicleStatus } from '@norvalt/sdk';
import { createInfiniteQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;

interface VehiclePage {
  data: Vehicle[];
  counts: VehicleList['counts'];
  nextCursor: string | null;
}

/** The stock of a status that matches the words, page after page, with the counts of every status. */
export function vehicleListQuery(filters: () => { status: VehicleStatus | null; q: string }) {
  return createInfiniteQuery(() => {
    const { status, q } = filters();
    const query = { ...(status ? { status: [status] } : {}), ...(q.trim() ? { q: q.trim() } : {}) };
    return {
      queryKey: keys.vehicleList(query),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }): Promise<VehiclePage> => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const page = await norvalt.vehicles.list({ ...query, ...cursor, limit: pageSize }, { signal });
        return { data: page.data, counts: page.body.counts, nextCursor: page.nextCursor };
      },
      getNextPageParam: (page: VehiclePage) => page.nextCursor,
      placeholderData: (before) => before,
    };
  });
}
