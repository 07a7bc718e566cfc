import type { Escalation, EscalationList, EscalationListQuery } from '@norvalt/sdk';
import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 50;

interface EscalationPage {
  data: Escalation[];
  nextCursor: string | null;
}

export function escalationListQuery(filter: () => EscalationListQuery) {
  return createInfiniteQuery(() => ({
    queryKey: keys.escalationList(filter()),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<EscalationPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await norvalt.escalations.list({ ...filter(), ...cursor, limit: pageSize }, { signal });
      return { data: page.data, nextCursor: page.nextCursor };
    },
    getNextPageParam: (page: EscalationPage) => page.nextCursor,
    placeholderData: (before) => before,
  }));
}

/** How many wait for a person, for the navigation. */
export function escalationCountsQuery() {
  return createQuery(() => ({
    queryKey: keys.escalationCounts,
    // Time alone makes one overdue: nothing that happens would tell.
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<EscalationList['counts']> =>
      (await norvalt.escalations.list({ limit: 1 }, { signal })).body.counts,
  }));
}

/** What is open for one lead. */
export function leadEscalationsQuery(leadId: () => string, test: () => boolean) {
  return createQuery(() => ({
    queryKey: keys.escalationList({ lead_id: leadId() }),
    queryFn: async ({ signal }): Promise<Escalation[]> =>
      (await norvalt.escalations.list({ lead_id: leadId(), test: test(), limit: 20 }, { signal })).data,
  }));
}
