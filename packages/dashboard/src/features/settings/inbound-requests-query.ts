import type { InboundRequest, InboundRequestDetails, InboundRequestListQuery } from '@norvalt/sdk';
import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;

interface RequestPage {
  data: InboundRequest[];
  nextCursor: string | null;
}

/** The posts from outside of the last 30 days that fit a filter, newest first. */
export function inboundRequestsQuery(filter: () => InboundRequestListQuery, enabled: () => boolean) {
  return createInfiniteQuery(() => ({
    queryKey: keys.inboundRequestList(filter()),
    enabled: enabled(),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<RequestPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await norvalt.inboundRequests.list({ ...filter(), ...cursor, limit: pageSize }, { signal });
      return { data: page.data, nextCursor: page.nextCursor };
    },
    getNextPageParam: (page: RequestPage) => page.nextCursor,
    placeholderData: (before) => before,
  }));
}

/** One post with what it brought; asked for when it is opened. */
export function inboundRequestQuery(id: () => string, enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: keys.inboundRequest(id()),
    enabled: enabled(),
    queryFn: ({ signal }): Promise<InboundRequestDetails> => norvalt.inboundRequests.get(id(), { signal }),
  }));
}
