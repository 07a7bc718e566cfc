import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type { Crm, CrmDelivery, CrmDeliveryList, CrmDeliveryListQuery, CrmUpdate } from '../types.ts';
import { Resource } from './resource.ts';

/** Leads that went to the CRM, and what became of each. */
export class CrmDeliveries extends Resource {
  /** Lists them, newest first. */
  readonly list: (query?: CrmDeliveryListQuery, options?: CallOptions) => PagePromise<CrmDelivery, CrmDeliveryList> =
    this.lists('crm/deliveries');

  /** Sends one that failed, by the settings as they are now; what may have gone out is never sent again. */
  readonly retry: (id: string, options?: CallOptions) => ResultPromise<CrmDelivery> =
    this.acts('crm/deliveries/{}/retry');
}

/** The dealership's CRM, which gets every new lead once as a mail in ADF. */
export class CrmResource extends Resource {
  readonly deliveries = new CrmDeliveries(this.transport);

  /** Reads where leads go, and how. */
  readonly get: (options?: CallOptions) => ResultPromise<Crm> = this.gets('crm');

  /** Changes it; what is left out stays as it is. */
  readonly update: (body: CrmUpdate, options?: CallOptions) => ResultPromise<Crm> = this.patches('crm');
}
