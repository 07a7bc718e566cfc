import type { OutboxMessage } from '@norvalt/sdk';
import { createInfiniteQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;

interface OutboxPage {
  data: OutboxMessage[];
  nextCursor: string | null;
}

/** What would have been sent, newest first. */
export function outboxQuery(channel: () => 'email' | 'sms' | 'all') {
  return createInfiniteQuery(() => {
    const chosen = channel();
    const query = chosen === 'all' ? {} : { channel: chosen };
    return {
      queryKey: keys.outboxList(query),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }): Promise<OutboxPage> => {
        const cursor = pageParam === null ? {} : { cursor: pageParam };
        const page = await norvalt.outbox.list({ ...query, ...cursor, limit: pageSize }, { signal });
        return { data: page.data, nextCursor: page.nextCursor };
      },
      getNextPageParam: (page: OutboxPage) => page.nextCursor,
      placeholderData: (before) => before,
    };
  });
}
