import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookDeliveryList,
  WebhookDeliveryListQuery,
} from '../types.ts';
import { Resource } from './resource.ts';

const BASE = ['v1', 'webhook-deliveries'] as const;

/** The log of what was sent to webhook endpoints. */
export class WebhookDeliveries extends Resource {
  /** Lists the deliveries of the last 30 days, newest first. */
  list(query?: WebhookDeliveryListQuery, options?: CallOptions): PagePromise<WebhookDelivery, WebhookDeliveryList> {
    return this.transport.list(BASE, query, options);
  }

  /** Reads a delivery with its body and every attempt. */
  get(id: string, options?: CallOptions): ResultPromise<WebhookDeliveryDetails> {
    return this.transport.request({ method: 'GET', path: [...BASE, id] }, options);
  }

  /** Sends it again, with the same `webhook-id`. */
  resend(id: string, options?: CallOptions): ResultPromise<WebhookDelivery> {
    return this.transport.request({ method: 'POST', path: [...BASE, id, 'resend'] }, options);
  }
}
