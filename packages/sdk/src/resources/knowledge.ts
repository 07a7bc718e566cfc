import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  KnowledgeEntry,
  KnowledgeEntryCreate,
  KnowledgeEntryUpdate,
  KnowledgeHits,
  KnowledgeList,
  KnowledgeListQuery,
  KnowledgePageCreate,
  KnowledgeRefetch,
  KnowledgeSearch,
  KnowledgeSummary,
  KnowledgeUpload,
  KnowledgeVersion,
  KnowledgeVersionList,
  PageQuery,
  UnansweredQuestion,
  UnansweredQuestionAnswer,
  UnansweredQuestionList,
} from '../types.ts';
import { Resource } from './resource.ts';

const PATH = ['v1', 'knowledge'] as const;

/** How an entry was, change by change. */
export class KnowledgeVersions extends Resource {
  /** Lists the versions of an entry, newest first. */
  readonly list: (
    entryId: string,
    query?: PageQuery,
    options?: CallOptions,
  ) => PagePromise<KnowledgeVersion, KnowledgeVersionList> = this.lists('knowledge/entries/{}/versions');

  /** Makes the entry as it was in a version. */
  readonly restore: (entryId: string, versionId: string, options?: CallOptions) => ResultPromise<KnowledgeEntry> =
    this.acts('knowledge/entries/{}/versions/{}/restore');
}

/** What customers asked that could not be answered. */
export class UnansweredQuestions extends Resource {
  /** Lists the open questions, last asked first. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<UnansweredQuestion, UnansweredQuestionList> =
    this.lists('knowledge/unanswered');

  /** Makes an answered question of it; what is left out comes from the suggestion. */
  readonly answer: (
    questionId: string,
    body: UnansweredQuestionAnswer,
    options?: CallOptions,
  ) => ResultPromise<KnowledgeEntry> = this.posts('knowledge/unanswered/{}/answer');

  /** Takes a question off the list for good. */
  readonly dismiss: (questionId: string, options?: CallOptions) => ResultPromise<void> =
    this.deletes('knowledge/unanswered/{}');
}

/** What a dealership knows beside its stock. */
export class Knowledge extends Resource {
  readonly versions = new KnowledgeVersions(this.transport);
  readonly unanswered = new UnansweredQuestions(this.transport);

  /** Lists entries, last changed first; `page.body.categories` has every category. */
  readonly list: (query?: KnowledgeListQuery, options?: CallOptions) => PagePromise<KnowledgeSummary, KnowledgeList> =
    this.lists('knowledge/entries');

  /** Adds a document or an answered question. */
  readonly create: (body: KnowledgeEntryCreate, options?: CallOptions) => ResultPromise<KnowledgeEntry> =
    this.posts('knowledge/entries');

  /** Uploads a PDF, Word document, Markdown or text; the same file again answers with the entry it became. */
  upload(
    file: Blob | Uint8Array<ArrayBuffer> | string,
    { type, ...query }: KnowledgeUpload,
    options?: CallOptions,
  ): ResultPromise<KnowledgeEntry> {
    const path = [...PATH, 'uploads'];
    return this.transport.request({ method: 'POST', path, query, file: { content: file, type } }, options);
  }

  /** Adds the text of a web page. */
  readonly addPage: (body: KnowledgePageCreate, options?: CallOptions) => ResultPromise<KnowledgeEntry> =
    this.posts('knowledge/pages');

  /** Reads an entry. */
  readonly get: (entryId: string, options?: CallOptions) => ResultPromise<KnowledgeEntry> =
    this.gets('knowledge/entries/{}');

  /** Changes an entry; what is left out stays as it is. */
  readonly update: (
    entryId: string,
    body: KnowledgeEntryUpdate,
    options?: CallOptions,
  ) => ResultPromise<KnowledgeEntry> = this.patches('knowledge/entries/{}');

  /** Removes an entry for good. */
  readonly delete: (entryId: string, options?: CallOptions) => ResultPromise<void> =
    this.deletes('knowledge/entries/{}');

  /** Reads the web page of an entry again and tells what became different. */
  readonly refetch: (entryId: string, options?: CallOptions) => ResultPromise<KnowledgeRefetch> =
    this.acts('knowledge/entries/{}/fetch');

  /** Tells which passages answer a question, and how well. */
  readonly search: (body: KnowledgeSearch, options?: CallOptions) => ResultPromise<KnowledgeHits> =
    this.posts('knowledge/search');
}
