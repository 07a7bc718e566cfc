import type { Event, Lead, LiveOptions } from '@norvalt/sdk';
import type { InfiniteData, QueryClient } from '@tanstack/svelte-query';
import { keys } from '../api/keys.ts';
import { Batch, type Staleness, summarise } from './event-batch.ts';

export type ConnectionState = 'connecting' | 'live' | 'offline';

/** More changed leads than this in one batch, and the lists are read again instead of each lead. */
const readSinglyAtMost = 5;
const listRefreshMs = 1_000;
const restartMs = 5_000;

export interface LiveEventsDependencies {
  open: (options: LiveOptions) => AsyncIterable<Event>;
  queryClient: QueryClient;
  readLead: (leadId: string) => Promise<{ lead: Lead; etag: string | null }>;
  /** Calls back once per frame, and also when the tab is in the background. */
  schedule: (flush: () => void) => void;
  onLeadCreated: (lead: Lead) => void;
}

interface LeadListPage {
  data: Lead[];
}

/** Turns the stream of events into updates of the cache. Components only read queries. */
export class LiveEvents {
  #dependencies: LiveEventsDependencies;
  #state = $state<ConnectionState>('connecting');
  #controller: AbortController | null = null;
  #lastEventId: string | undefined;
  #everOpen = false;
  #listTimer: ReturnType<typeof setTimeout> | null = null;
  #listsRefreshedAt = 0;
  #batch: Batch<Event>;

  constructor(dependencies: LiveEventsDependencies) {
    this.#dependencies = dependencies;
    this.#batch = new Batch(dependencies.schedule, (events) => this.#apply(summarise(events)));
  }

  get state(): ConnectionState {
    return this.#state;
  }

  start(): void {
    if (this.#controller) return;
    this.#controller = new AbortController();
    void this.#follow(this.#controller.signal);
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = null;
    if (this.#listTimer) clearTimeout(this.#listTimer);
    this.#listTimer = null;
    this.#lastEventId = undefined;
    this.#everOpen = false;
    this.#state = 'connecting';
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const options = {
          signal,
          lastEventId: this.#lastEventId,
          onStateChange: (state: string) => this.#changed(state),
        };
        for await (const event of this.#dependencies.open(options)) {
          this.#lastEventId = event.id;
          this.#batch.add(event);
        }
      } catch {
        // A refused stream (ended session, lost right) may be allowed again later; the session decides about sign-out.
      }
      if (signal.aborted) return;
      this.#state = 'offline';
      await new Promise((resolve) => setTimeout(resolve, restartMs));
    }
  }

  #changed(state: string): void {
    if (state !== 'open') {
      this.#state = 'offline';
      return;
    }
    this.#state = 'live';
    // What happened while the stream was down may be older than the server's memory of events, so all is read again;
    // at the first opening only the lists can have been read too early.
    const { queryClient } = this.#dependencies;
    void queryClient.invalidateQueries(this.#everOpen ? {} : { queryKey: keys.leadLists });
    this.#everOpen = true;
  }

  #apply(stale: Staleness): void {
    const { queryClient } = this.#dependencies;
    const invalidate = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey });
    for (const leadId of stale.messages) {
      invalidate(keys.messages(leadId));
      invalidate(keys.replyChannels(leadId));
    }
    for (const leadId of stale.chats) invalidate(keys.chat(leadId));
    for (const leadId of stale.notes) invalidate(keys.notes(leadId));
    for (const leadId of stale.followUps) invalidate(keys.followUps(leadId));
    for (const leadId of stale.leads) invalidate(keys.history(leadId));
    if (stale.vehicles) invalidate(keys.vehicles);
    if (stale.arrivals) invalidate(keys.arrivals);
    if (stale.connections) invalidate(keys.connections);
    if (stale.outbox) invalidate(keys.outbox);
    if (stale.escalations) invalidate(keys.escalations);
    for (const [leadId, deletedAt] of stale.deleted) this.#markDeleted(leadId, deletedAt);
    if (stale.leadLists || stale.leads.size > readSinglyAtMost) this.#refreshLists();
    if (stale.leads.size <= readSinglyAtMost) {
      for (const leadId of stale.leads) void this.#readLead(leadId, stale.created.has(leadId));
    } else {
      for (const leadId of stale.leads) invalidate(keys.lead(leadId));
    }
  }

  /** Whoever has the lead open goes on seeing it, as deleted. */
  #markDeleted(leadId: string, deletedAt: string): void {
    this.#dependencies.queryClient.setQueryData<{ lead: Lead; etag: string | null }>(keys.lead(leadId), (known) =>
      known ? { ...known, lead: { ...known.lead, deleted_at: deletedAt } } : known,
    );
  }

  async #readLead(leadId: string, created: boolean): Promise<void> {
    const { queryClient, readLead, onLeadCreated } = this.#dependencies;
    try {
      const answer = await readLead(leadId);
      queryClient.setQueryData(keys.lead(leadId), answer);
      putInLists(queryClient, answer.lead);
      if (created) onLeadCreated(answer.lead);
    } catch {
      void queryClient.invalidateQueries({ queryKey: keys.lead(leadId) });
    }
  }

  /** At once, then at most once a second, so that a burst of mail does not become a burst of reads. */
  #refreshLists(): void {
    if (this.#listTimer) return;
    const waitMs = Math.max(0, this.#listsRefreshedAt + listRefreshMs - Date.now());
    this.#listTimer = setTimeout(() => {
      this.#listTimer = null;
      this.#listsRefreshedAt = Date.now();
      void this.#dependencies.queryClient.invalidateQueries({ queryKey: keys.leadLists });
    }, waitMs);
  }
}

/** Replaces a lead wherever a loaded list shows it; its place changes only when the list is read again. */
export function putInLists(queryClient: QueryClient, lead: Lead): void {
  queryClient.setQueriesData<InfiniteData<LeadListPage>>({ queryKey: keys.leadLists }, (list) => {
    if (!list?.pages.some((page) => page.data.some(({ id }) => id === lead.id))) return list;
    const pages = list.pages.map((page) => ({
      ...page,
      data: page.data.map((shown) => (shown.id === lead.id ? lead : shown)),
    }));
    return { ...list, pages };
  });
}
