import type { Event, Lead, LiveOptions } from '@norvalt/sdk';
import { QueryClient } from '@tanstack/svelte-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keys } from '../api/keys.ts';
import { Batch, summarise } from './event-batch.ts';
import { LiveEvents } from './live-events.svelte.ts';

let number = 0;
const event = (type: Event['type'], data: Record<string, string> = { lead_id: 'lead_1' }): Event => ({
  id: `evt_${++number}`,
  type,
  occurred_at: '2026-11-20T12:00:00Z',
  data,
});

describe('summarise', () => {
  test('ten changes of one lead are one read', () => {
    const stale = summarise(Array.from({ length: 10 }, () => event('lead.updated')));
    expect([...stale.leads]).toEqual(['lead_1']);
    expect(stale.leadLists).toBe(false);
  });

  test('a new lead and a new message change the order of the lists', () => {
    expect(summarise([event('lead.created')])).toMatchObject({ leadLists: true, created: new Set(['lead_1']) });
    expect(summarise([event('message.created')])).toMatchObject({ leadLists: true, messages: new Set(['lead_1']) });
    expect(summarise([event('message.updated')]).leadLists).toBe(false);
  });

  test('a deleted lead is not read again, unless it came back', () => {
    const deleted = event('lead.deleted');
    expect(summarise([event('lead.updated'), deleted])).toMatchObject({
      leads: new Set(),
      deleted: new Map([['lead_1', deleted.occurred_at]]),
      leadLists: true,
    });
    expect(summarise([event('lead.deleted'), event('lead.updated')])).toMatchObject({
      leads: new Set(['lead_1']),
      deleted: new Map(),
    });
  });

  test('what goes on in a chat makes nothing else of its lead stale', () => {
    const stale = summarise([event('chat.updated', { lead_id: 'lead_1', chat_session_id: 'cht_1' })]);
    expect([[...stale.chats], stale.leads.size, stale.leadLists]).toEqual([['lead_1'], 0, false]);
  });

  test('vehicles and arrivals make only their own lists stale', () => {
    expect(summarise([event('vehicle.updated', { vehicle_id: 'veh_1' })])).toMatchObject({
      vehicles: true,
      leadLists: false,
    });
    expect(summarise([event('arrival.updated', { arrival_id: 'arr_1' })])).toMatchObject({
      arrivals: true,
      leadLists: false,
    });
  });
});

describe('Batch', () => {
  test('hands over together what came before the frame', () => {
    const flushes: (() => void)[] = [];
    const handled: number[][] = [];
    const batch = new Batch<number>(
      (flush) => flushes.push(flush),
      (items) => handled.push(items),
    );
    batch.add(1);
    batch.add(2);
    expect(flushes).toHaveLength(1);
    flushes[0]?.();
    batch.add(3);
    flushes[1]?.();
    expect(handled).toEqual([[1, 2], [3]]);
  });
});

describe('LiveEvents', () => {
  const started: LiveEvents[] = [];
  afterEach(() => {
    for (const live of started.splice(0)) live.stop();
  });

  function start(leads: Record<string, Partial<Lead>>) {
    const queryClient = new QueryClient();
    let push: (event: Event) => void = () => undefined;
    let options: LiveOptions = {};
    async function* open(given: LiveOptions) {
      options = given;
      const queue: Event[] = [];
      let wake: () => void = () => undefined;
      push = (item) => {
        queue.push(item);
        wake();
      };
      given.onStateChange?.('open');
      while (!given.signal?.aborted) {
        const next = queue.shift();
        if (next) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
            given.signal?.addEventListener('abort', () => resolve());
          });
      }
    }
    const onLeadCreated = vi.fn();
    const readLead = vi.fn(async (leadId: string) => ({ lead: { id: leadId, ...leads[leadId] } as Lead, etag: '"1"' }));
    const live = new LiveEvents({
      open,
      queryClient,
      readLead,
      onLeadCreated,
      schedule: (flush) => void setTimeout(flush, 0),
    });
    started.push(live);
    live.start();
    return {
      live,
      queryClient,
      readLead,
      onLeadCreated,
      push: (item: Event) => push(item),
      change: (state: 'open' | 'reconnecting') => options.onStateChange?.(state),
    };
  }

  test('puts a changed lead into the cache and into every list that shows it', async () => {
    const { queryClient, push, readLead } = start({ lead_1: { status: 'won' } });
    const list = keys.leadList({ sort: 'created_at' });
    queryClient.setQueryData(list, {
      pages: [
        {
          data: [
            { id: 'lead_1', status: 'new' },
            { id: 'lead_2', status: 'new' },
          ],
        },
      ],
      pageParams: [null],
    });
    push(event('lead.updated'));
    push(event('lead.updated'));
    await vi.waitFor(() =>
      expect(queryClient.getQueryData(keys.lead('lead_1'))).toMatchObject({ lead: { status: 'won' }, etag: '"1"' }),
    );
    expect(queryClient.getQueryData(list)).toMatchObject({
      pages: [
        {
          data: [
            { id: 'lead_1', status: 'won' },
            { id: 'lead_2', status: 'new' },
          ],
        },
      ],
    });
    expect(readLead).toHaveBeenCalledTimes(1);
  });

  test('announces a new lead and reads the lists again', async () => {
    const { queryClient, push, onLeadCreated } = start({});
    const list = keys.leadList({});
    queryClient.setQueryData(list, { pages: [], pageParams: [] });
    push(event('lead.created', { lead_id: 'lead_9' }));
    await vi.waitFor(() => expect(onLeadCreated).toHaveBeenCalledWith(expect.objectContaining({ id: 'lead_9' })));
    await vi.waitFor(() => expect(queryClient.getQueryState(list)?.isInvalidated).toBe(true));
  });

  test('says when the connection is gone, and catches up with everything when it is back', async () => {
    const { live, queryClient, change } = start({});
    await vi.waitFor(() => expect(live.state).toBe('live'));
    queryClient.setQueryData(keys.vehicles, []);
    change('reconnecting');
    expect(live.state).toBe('offline');
    change('open');
    expect(live.state).toBe('live');
    await vi.waitFor(() => expect(queryClient.getQueryState(keys.vehicles)?.isInvalidated).toBe(true));
  });
});
