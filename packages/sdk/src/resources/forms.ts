import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  Form,
  FormList,
  FormQuery,
  FormSubmission,
  PageQuery,
  StoredForLater,
  SubmissionReceipt,
} from '../types.ts';
import { Resource } from './resource.ts';

/** What the widget shows and where it posts; a form id may be `default`. */
export class Forms extends Resource {
  /** Lists the forms, newest first. */
  list(query?: PageQuery, options?: CallOptions): PagePromise<Form, FormList> {
    return this.transport.list(['v1', 'forms'], query, options);
  }

  /** Reads a form, in the language asked for, else in that of the dealership. */
  get(formId: string, query?: FormQuery, options?: CallOptions): ResultPromise<Form> {
    return this.transport.request({ method: 'GET', path: ['v1', 'forms', formId], query }, options);
  }

  /** Submits a form; `status: 'accepted'` means stored for good, a lead within a minute. */
  submit(
    formId: string,
    body: FormSubmission,
    options?: CallOptions,
  ): ResultPromise<SubmissionReceipt | StoredForLater> {
    return this.transport.request({ method: 'POST', path: ['v1', 'forms', formId, 'submissions'], body }, options);
  }
}
