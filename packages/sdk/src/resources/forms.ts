import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  Form,
  FormDefinition,
  FormDefinitionInput,
  FormDefinitionUpdate,
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

  /** Creates a form. */
  create(body: FormDefinitionInput, options?: CallOptions): ResultPromise<FormDefinition> {
    return this.transport.request({ method: 'POST', path: ['v1', 'forms'], body }, options);
  }

  /** Checks a definition and answers with what a browser would get; nothing is stored. */
  preview(body: FormDefinitionInput, query?: FormQuery, options?: CallOptions): ResultPromise<Form> {
    return this.transport.request({ method: 'POST', path: ['v1', 'forms', 'preview'], query, body }, options);
  }

  /** Reads all fields, languages and consent wordings of a form. */
  definition(formId: string, options?: CallOptions): ResultPromise<FormDefinition> {
    return this.transport.request({ method: 'GET', path: ['v1', 'forms', formId, 'definition'] }, options);
  }

  /** Changes a form; with `ifMatch`, only when nobody else has. */
  update(
    formId: string,
    body: FormDefinitionUpdate,
    options?: CallOptions & { ifMatch?: string | undefined },
  ): ResultPromise<FormDefinition> {
    const headers = { 'if-match': options?.ifMatch };
    const path = ['v1', 'forms', formId, 'definition'];
    return this.transport.request({ method: 'PATCH', path, body, headers }, options);
  }

  /** Archives a form: it leaves the list, and pages that still show it keep working. */
  archive(formId: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: ['v1', 'forms', formId, 'definition'] }, options);
  }
}
