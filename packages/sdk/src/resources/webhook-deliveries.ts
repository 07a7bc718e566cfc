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

/** The log of what was sent to webhook endpoints. */
export class WebhookDeliveries extends Resource {
  /** Lists the deliveries of the last 30 days, newest first. */
  readonly list: (
    query?: WebhookDeliveryListQuery,
    options?: CallOptions,
  ) => PagePromise<WebhookDelivery, WebhookDeliveryList> = this.lists('webhook-deliveries');

  /** Reads a delivery with its body and every attempt. */
  readonly get: (id: string, options?: CallOptions) => ResultPromise<WebhookDeliveryDetails> =
    this.gets('webhook-deliveries/{}');

  /** Sends it again, with the same `webhook-id`. */
  readonly resend: (id: string, options?: CallOptions) => ResultPromise<WebhookDelivery> =
    this.acts('webhook-deliveries/{}/resend');
}
