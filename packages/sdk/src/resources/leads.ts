import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Transport } from '../core/transport.ts';
import type {
  HistoryEntry,
  HistoryList,
  Lead,
  LeadCreate,
  LeadList,
  LeadListQuery,
  LeadUpdate,
  PageQuery,
  StoredForLater,
} from '../types.ts';
import { FollowUps } from './follow-ups.ts';
import { Messages } from './messages.ts';
import { Notes } from './notes.ts';
import { Resource } from './resource.ts';

/** The enquiries and the people behind them. */
export class Leads extends Resource {
  readonly messages: Messages;
  readonly notes: Notes;
  readonly followUps: FollowUps;

  /** @internal */
  constructor(transport: Transport) {
    super(transport);
    this.messages = new Messages(transport);
    this.notes = new Notes(transport);
    this.followUps = new FollowUps(transport);
  }

  /** Lists leads, newest first; filters combine with AND, the values of one filter with OR. */
  list(query?: LeadListQuery, options?: CallOptions): PagePromise<Lead, LeadList> {
    return this.transport.list(['v1', 'leads'], query, options);
  }

  /** Creates a lead, or finds the one the person has already; `status: 'accepted'` means stored, a lead soon. */
  create(body: LeadCreate, options?: CallOptions): ResultPromise<Lead | StoredForLater> {
    return this.transport.request({ method: 'POST', path: ['v1', 'leads'], body }, options);
  }

  /** Reads a lead; its version is the `etag` header of `withResponse()`. */
  get(leadId: string, options?: CallOptions): ResultPromise<Lead> {
    return this.transport.request({ method: 'GET', path: ['v1', 'leads', leadId] }, options);
  }

  /** Changes a lead; with `ifMatch` (the etag read) only if nobody was faster, else PreconditionFailedError. */
  update(
    leadId: string,
    body: LeadUpdate,
    options?: CallOptions & { ifMatch?: string | undefined },
  ): ResultPromise<Lead> {
    const headers = { 'if-match': options?.ifMatch };
    return this.transport.request({ method: 'PATCH', path: ['v1', 'leads', leadId], body, headers }, options);
  }

  /** Deletes a lead; it can be restored. */
  delete(leadId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: ['v1', 'leads', leadId] }, options);
  }

  /** Restores a deleted lead. */
  restore(leadId: string, options?: CallOptions): ResultPromise<Lead> {
    return this.transport.request({ method: 'POST', path: ['v1', 'leads', leadId, 'restore'] }, options);
  }

  /** Marks a lead as read. */
  markRead(leadId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'POST', path: ['v1', 'leads', leadId, 'read'] }, options);
  }

  /** Lists what happened to a lead, newest first. */
  history(leadId: string, query?: PageQuery, options?: CallOptions): PagePromise<HistoryEntry, HistoryList> {
    return this.transport.list(['v1', 'leads', leadId, 'history'], query, options);
  }
}
