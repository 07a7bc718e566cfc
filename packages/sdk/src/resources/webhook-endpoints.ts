import type { CallOptions } from '../core/config.ts';
import type { PagePromise } from '../core/page.ts';
import type { ResultPromise } from '../core/result-promise.ts';
import type {
  PageQuery,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointList,
  WebhookEndpointUpdate,
  WebhookEndpointWithSecret,
  WebhookResend,
  WebhookResendResult,
  WebhookSecretRotation,
} from '../types.ts';
import { Resource } from './resource.ts';

const BASE = ['v1', 'webhook-endpoints'] as const;

/** Where your server hears of what happens. */
export class WebhookEndpoints extends Resource {
  /** Lists the endpoints, newest first. */
  readonly list: (query?: PageQuery, options?: CallOptions) => PagePromise<WebhookEndpoint, WebhookEndpointList> =
    this.lists('webhook-endpoints');

  /** Creates an endpoint; the answer holds its secret, and nothing else ever will. */
  readonly create: (body: WebhookEndpointCreate, options?: CallOptions) => ResultPromise<WebhookEndpointWithSecret> =
    this.posts('webhook-endpoints');

  /** Reads an endpoint and how it does. */
  readonly get: (id: string, options?: CallOptions) => ResultPromise<WebhookEndpoint> =
    this.gets('webhook-endpoints/{}');

  /** Changes an endpoint, or disables or enables it. */
  readonly update: (id: string, body: WebhookEndpointUpdate, options?: CallOptions) => ResultPromise<WebhookEndpoint> =
    this.patches('webhook-endpoints/{}');

  /** Deletes an endpoint and calls off what waits for it. */
  readonly delete: (id: string, options?: CallOptions) => ResultPromise<void> = this.deletes('webhook-endpoints/{}');

  /** Gives it a new secret; the old one goes on signing beside it until the overlap is over. */
  rotateSecret(
    id: string,
    body: WebhookSecretRotation = {},
    options?: CallOptions,
  ): ResultPromise<WebhookEndpointWithSecret> {
    return this.transport.request({ method: 'POST', path: [...BASE, id, 'rotate-secret'], body }, options);
  }

  /** Sends a `webhook.test`. */
  readonly test: (id: string, options?: CallOptions) => ResultPromise<WebhookDelivery> =
    this.acts('webhook-endpoints/{}/test');

  /** Sends again what did not get through since a time. */
  readonly resendSince: (id: string, body: WebhookResend, options?: CallOptions) => ResultPromise<WebhookResendResult> =
    this.posts('webhook-endpoints/{}/resend');
}
