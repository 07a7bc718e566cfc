import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Note, NoteCreate, NoteList, PageQuery } from '../types.ts';
import { Resource } from './resource.ts';

/** What colleagues wrote about a lead. */
export class Notes extends Resource {
  /** Lists notes, newest first. */
  readonly list: (leadId: string, query?: PageQuery, options?: CallOptions) => PagePromise<Note, NoteList> =
    this.lists('leads/{}/notes');

  /** Adds a note that only colleagues see. */
  readonly create: (leadId: string, body: NoteCreate, options?: CallOptions) => ResultPromise<Note> =
    this.posts('leads/{}/notes');
}
