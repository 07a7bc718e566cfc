import type { WebhookDelivery, WebhookDeliveryDetails, WebhookDeliveryListQuery, WebhookEndpoint } from '@norvalt/sdk';
import { createInfiniteQuery, createQuery, type InfiniteData, keepPreviousData } from '@tanstack/svelte-query';
import { norvalt } from '$lib/api/client.ts';
import { keys } from '$lib/api/keys.ts';

const wholePage = 100;
const pageSize = 25;
const whileUnderWayMs = 2_000;

interface DeliveryPage {
  data: WebhookDelivery[];
  nextCursor: string | null;
}

const isUnderWay = ({ state, attempts }: WebhookDelivery) =>
  state === 'sending' || (state === 'pending' && attempts === 0);

/** The endpoints of the dealership, newest first. */
export function webhookEndpointsQuery(enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: keys.webhookEndpoints,
    enabled: enabled(),
    queryFn: async ({ signal }): Promise<WebhookEndpoint[]> =>
      (await norvalt.webhookEndpoints.list({ limit: wholePage }, { signal })).data,
  }));
}

/** What was posted in the last 30 days, newest first; asked for again while something is on its way. */
export function webhookDeliveriesQuery(filter: () => WebhookDeliveryListQuery, enabled: () => boolean) {
  return createInfiniteQuery(() => ({
    queryKey: keys.webhookDeliveryList(filter()),
    enabled: enabled(),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<DeliveryPage> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const page = await norvalt.webhookDeliveries.list({ ...filter(), ...cursor, limit: pageSize }, { signal });
      return { data: page.data, nextCursor: page.nextCursor };
    },
    getNextPageParam: (page: DeliveryPage) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: { data?: InfiniteData<DeliveryPage, string | null> | undefined } }) =>
      state.data?.pages.some((page) => page.data.some(isUnderWay)) ? whileUnderWayMs : (false as const),
  }));
}

/** One delivery with its body and attempts; asked for when it is opened. */
export function webhookDeliveryQuery(delivery: () => WebhookDelivery, enabled: () => boolean) {
  return createQuery(() => ({
    // What was tried meanwhile shows up by itself: the number of attempts is part of the key.
    queryKey: [...keys.webhookDelivery(delivery().id), delivery().state, delivery().attempts],
    enabled: enabled(),
    queryFn: ({ signal }): Promise<WebhookDeliveryDetails> => norvalt.webhookDeliveries.get(delivery().id, { signal }),
    placeholderData: keepPreviousData,
  }));
}
