import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  KnowledgeEntry,
  KnowledgeEntryCreate,
  KnowledgeEntryUpdate,
  KnowledgeList,
  KnowledgeListQuery,
  KnowledgePageCreate,
  KnowledgeRefetch,
  KnowledgeSummary,
  KnowledgeUpload,
  KnowledgeVersion,
  KnowledgeVersionList,
  PageQuery,
} from '../types.ts';
import { Resource } from './resource.ts';

const PATH = ['v1', 'knowledge'] as const;
const ENTRIES = [...PATH, 'entries'] as const;

/** How an entry was, change by change. */
export class KnowledgeVersions extends Resource {
  /** Lists the versions of an entry, newest first. */
  list(entryId: string, query?: PageQuery, options?: CallOptions): PagePromise<KnowledgeVersion, KnowledgeVersionList> {
    return this.transport.list([...ENTRIES, entryId, 'versions'], query, options);
  }

  /** Makes the entry as it was in a version. */
  restore(entryId: string, versionId: string, options?: CallOptions): ResultPromise<KnowledgeEntry> {
    const path = [...ENTRIES, entryId, 'versions', versionId, 'restore'];
    return this.transport.request({ method: 'POST', path }, options);
  }
}

/** What a dealership knows beside its stock. */
export class Knowledge extends Resource {
  readonly versions = new KnowledgeVersions(this.transport);

  /** Lists entries, last changed first; `page.body.categories` has every category. */
  list(query?: KnowledgeListQuery, options?: CallOptions): PagePromise<KnowledgeSummary, KnowledgeList> {
    return this.transport.list(ENTRIES, query, options);
  }

  /** Adds a document or an answered question. */
  create(body: KnowledgeEntryCreate, options?: CallOptions): ResultPromise<KnowledgeEntry> {
    return this.transport.request({ method: 'POST', path: ENTRIES, body }, options);
  }

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
  addPage(body: KnowledgePageCreate, options?: CallOptions): ResultPromise<KnowledgeEntry> {
    return this.transport.request({ method: 'POST', path: [...PATH, 'pages'], body }, options);
  }

  /** Reads an entry. */
  get(entryId: string, options?: CallOptions): ResultPromise<KnowledgeEntry> {
    return this.transport.request({ method: 'GET', path: [...ENTRIES, entryId] }, options);
  }

  /** Changes an entry; what is left out stays as it is. */
  update(entryId: string, body: KnowledgeEntryUpdate, options?: CallOptions): ResultPromise<KnowledgeEntry> {
    return this.transport.request({ method: 'PATCH', path: [...ENTRIES, entryId], body }, options);
  }

  /** Removes an entry for good. */
  delete(entryId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: [...ENTRIES, entryId] }, options);
  }

  /** Reads the web page of an entry again and tells what became different. */
  refetch(entryId: string, options?: CallOptions): ResultPromise<KnowledgeRefetch> {
    return this.transport.request({ method: 'POST', path: [...ENTRIES, entryId, 'fetch'] }, options);
  }
}
