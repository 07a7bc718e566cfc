import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  PageQuery,
  PortalMarks,
  PortalPreview,
  PortalTemplate,
  PortalTemplateInput,
  PortalTemplateList,
  PortalTemplateUpdate,
} from '../types.ts';
import { Resource } from './resource.ts';

/** How the mails of car portals are read. */
export class PortalTemplates extends Resource {
  /** Lists all of them, the dealership's own first. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<PortalTemplate, PortalTemplateList> =
    this.lists('portal-templates');

  /** Says how a mail would be read by what is marked in it; stores nothing. */
  readonly preview: (arrivalId: string, body: PortalMarks, options?: CallOptions) => ResultPromise<PortalPreview> =
    this.posts('arrivals/{}/portal-template/preview');

  /** Makes a template of what is marked in a real mail. */
  readonly create: (
    arrivalId: string,
    body: PortalTemplateInput,
    options?: CallOptions,
  ) => ResultPromise<PortalTemplate> = this.posts('arrivals/{}/portal-template');

  /** Mends it by a real mail, or turns it off or on. */
  readonly update: (id: string, body: PortalTemplateUpdate, options?: CallOptions) => ResultPromise<PortalTemplate> =
    this.patches('portal-templates/{}');

  /** Removes it; one that comes with the product is then again as it came. */
  readonly delete: (id: string, options?: CallOptions) => ResultPromise<void> = this.deletes('portal-templates/{}');
}
