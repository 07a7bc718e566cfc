import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  HistoryEntry,
  HistoryList,
  Lead,
  LeadCreate,
  LeadList,
  LeadListQuery,
  LeadUpdate,
  PageQuery,
  ReplyChannelList,
  StoredForLater,
} from '../types.ts';
import { Copilot } from './copilot.ts';
import { FollowUps } from './follow-ups.ts';
import { LeadChats } from './lead-chat.ts';
import { Messages } from './messages.ts';
import { Notes } from './notes.ts';
import { Resource } from './resource.ts';

/** The enquiries and the people behind them. */
export class Leads extends Resource {
  readonly messages = new Messages(this.transport);
  readonly notes = new Notes(this.transport);
  readonly followUps = new FollowUps(this.transport);
  readonly chat = new LeadChats(this.transport);
  readonly copilot = new Copilot(this.transport);

  /** Lists leads, newest first; filters combine with AND, the values of one filter with OR. */
  readonly list: (query?: LeadListQuery, options?: CallOptions) => PagePromise<Lead, LeadList> = this.lists('leads');

  /** Creates a lead, or finds the one the person has already; `status: 'accepted'` means stored, a lead soon. */
  readonly create: (body: LeadCreate, options?: CallOptions) => ResultPromise<Lead | StoredForLater> =
    this.posts('leads');

  /** Reads a lead; its version is the `etag` header of `withResponse()`. */
  readonly get: (leadId: string, options?: CallOptions) => ResultPromise<Lead> = this.gets('leads/{}');

  /** Changes a lead; with `ifMatch` (the etag read) only if nobody was faster, else PreconditionFailedError. */
  readonly update: (
    leadId: string,
    body: LeadUpdate,
    options?: CallOptions & { ifMatch?: string | undefined },
  ) => ResultPromise<Lead> = this.patches('leads/{}');

  /** Deletes a lead; it can be restored. */
  readonly delete: (leadId: string, options?: CallOptions) => ResultPromise<void> = this.deletes('leads/{}');

  /** Restores a deleted lead. */
  readonly restore: (leadId: string, options?: CallOptions) => ResultPromise<Lead> = this.acts('leads/{}/restore');

  /** Marks a lead as read. */
  readonly markRead: (leadId: string, options?: CallOptions) => ResultPromise<void> = this.acts('leads/{}/read');

  /** Lists the ways to write to the customer, with what stands in the way of each. */
  readonly channels: (leadId: string, options?: CallOptions) => ResultPromise<ReplyChannelList> =
    this.gets('leads/{}/channels');

  /** Lists what happened to a lead, newest first. */
  readonly history: (
    leadId: string,
    query?: PageQuery,
    options?: CallOptions,
  ) => PagePromise<HistoryEntry, HistoryList> = this.lists('leads/{}/history');
}
