import type { Event } from '@norvalt/sdk';

/** What a batch of live events makes stale. */
export interface Staleness {
  /** Leads to read again. */
  leads: Set<string>;
  /** The order or the members of the lists have changed. */
  leadLists: boolean;
  messages: Set<string>;
  /** Leads whose customer came, went, typed or read in the chat. */
  chats: Set<string>;
  notes: Set<string>;
  followUps: Set<string>;
  vehicles: boolean;
  arrivals: boolean;
  connections: boolean;
  outbox: boolean;
  escalations: boolean;
  /** Leads that came into being in this batch. */
  created: Set<string>;
  /** Leads that were deleted, with the time; they can no longer be read. */
  deleted: Map<string, string>;
}

/** Sums up events, so that ten changes of one lead cost one read. */
export function summarise(events: readonly Event[]): Staleness {
  const stale: Staleness = {
    leads: new Set(),
    leadLists: false,
    messages: new Set(),
    chats: new Set(),
    notes: new Set(),
    followUps: new Set(),
    vehicles: false,
    arrivals: false,
    connections: false,
    outbox: false,
    escalations: false,
    created: new Set(),
    deleted: new Map(),
  };
  for (const event of events) add(stale, event);
  return stale;
}

function add(stale: Staleness, event: Event): void {
  const leadId = event.data.lead_id;
  // Every key somebody presses in a chat is no news of the lead.
  if (event.type === 'chat.updated') {
    if (leadId !== undefined) stale.chats.add(leadId);
    return;
  }
  if (leadId !== undefined) {
    stale.leads.add(leadId);
    stale.deleted.delete(leadId);
  }
  switch (event.type) {
    case 'lead.created':
      stale.leadLists = true;
      if (leadId !== undefined) stale.created.add(leadId);
      break;
    case 'lead.deleted':
      stale.leadLists = true;
      // They are gone with it.
      stale.escalations = true;
      if (leadId !== undefined) {
        stale.leads.delete(leadId);
        stale.deleted.set(leadId, event.occurred_at);
      }
      break;
    case 'message.created':
    case 'message.updated':
      stale.leadLists ||= event.type === 'message.created';
      stale.outbox = true;
      if (leadId !== undefined) stale.messages.add(leadId);
      break;
    case 'follow_up.updated':
      if (leadId !== undefined) stale.followUps.add(leadId);
      break;
    case 'note.created':
      if (leadId !== undefined) stale.notes.add(leadId);
      break;
    case 'vehicle.updated':
      stale.vehicles = true;
      break;
    case 'arrival.updated':
      stale.arrivals = true;
      break;
    case 'connection.updated':
      stale.connections = true;
      break;
    case 'escalation.created':
    case 'escalation.updated':
      stale.escalations = true;
      break;
    case 'lead.updated':
      break;
  }
}

/** Collects items and hands them over together, once per turn of `schedule` (a frame, say). */
export class Batch<T> {
  #items: T[] = [];
  #schedule: (flush: () => void) => void;
  #handle: (items: T[]) => void;

  constructor(schedule: (flush: () => void) => void, handle: (items: T[]) => void) {
    this.#schedule = schedule;
    this.#handle = handle;
  }

  add(item: T): void {
    this.#items.push(item);
    if (this.#items.length > 1) return;
    this.#schedule(() => {
      const items = this.#items;
      this.#items = [];
      this.#handle(items);
    });
  }
}
