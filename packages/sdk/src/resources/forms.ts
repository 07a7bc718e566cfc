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
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<Form, FormList> = this.lists('forms');

  /** Reads a form, in the language asked for, else in that of the dealership. */
  readonly get: (formId: string, query?: FormQuery, options?: CallOptions) => ResultPromise<Form> =
    this.finds('forms/{}');

  /** Submits a form; `status: 'accepted'` means stored for good, a lead within a minute. */
  readonly submit: (
    formId: string,
    body: FormSubmission,
    options?: CallOptions,
  ) => ResultPromise<SubmissionReceipt | StoredForLater> = this.posts('forms/{}/submissions');

  /** Creates a form. */
  readonly create: (body: FormDefinitionInput, options?: CallOptions) => ResultPromise<FormDefinition> =
    this.posts('forms');

  /** Checks a definition and answers with what a browser would get; nothing is stored. */
  preview(body: FormDefinitionInput, query?: FormQuery, options?: CallOptions): ResultPromise<Form> {
    return this.transport.request({ method: 'POST', path: ['v1', 'forms', 'preview'], query, body }, options);
  }

  /** Reads all fields, languages and consent wordings of a form. */
  readonly definition: (formId: string, options?: CallOptions) => ResultPromise<FormDefinition> =
    this.gets('forms/{}/definition');

  /** Changes a form; with `ifMatch`, only when nobody else has. */
  readonly update: (
    formId: string,
    body: FormDefinitionUpdate,
    options?: CallOptions & { ifMatch?: string | undefined },
  ) => ResultPromise<FormDefinition> = this.patches('forms/{}/definition');

  /** Archives a form: it leaves the list, and pages that still show it keep working. */
  readonly archive: (formId: string, options?: CallOptions) => ResultPromise<void> =
    this.deletes('forms/{}/definition');
}
