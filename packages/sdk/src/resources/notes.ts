import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Note, NoteCreate, NoteList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** What colleagues wrote about a lead. */
export class Notes extends Resource {
  /** Lists notes, newest first. */
  list(leadId: string, query?: PageQuery, options?: CallOptions): PagePromise<Note, NoteList> {
    return this.transport.list(['v1', 'leads', leadId, 'notes'], query, options);
  }

  /** Adds a note that only colleagues see. */
  create(leadId: string, body: NoteCreate, options?: CallOptions): ResultPromise<Note> {
    return this.transport.request({ method: 'POST', path: ['v1', 'leads', leadId, 'notes'], body }, options);
  }
}
