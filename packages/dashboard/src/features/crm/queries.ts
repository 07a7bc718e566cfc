import type { Crm, CrmDelivery } from '@norvalt/sdk';
import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const pageSize = 25;

interface DeliveryPage {
  data: CrmDelivery[];
  nextCursor: string | null;
}

export function crmQuery() {
  return createQuery(() => ({
    queryKey: keys.crm,
    queryFn: ({ signal }): Promise<Crm> => norvalt.crm.get({ signal }),
  }));
}

/** What went to the CRM, newest first. */
export function crmDeliveriesQuery() {
  return createInfiniteQuery(() => ({
    queryKey: keys.crmDeliveries,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<DeliveryPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await norvalt.crm.deliveries.list({ ...cursor, limit: pageSize }, { signal });
      return { data: page.data, nextCursor: page.nextCursor };
    },
    getNextPageParam: (page: DeliveryPage) => page.nextCursor,
    // Nothing tells the page that a mail server took a lead.
    refetchInterval: 15_000,
  }));
}
