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
  list(query?: PageQuery, options?: CallOptions): PagePromise<WebhookEndpoint, WebhookEndpointList> {
    return this.transport.list(BASE, query, options);
  }

  /** Creates an endpoint; the answer holds its secret, and nothing else ever will. */
  create(body: WebhookEndpointCreate, options?: CallOptions): ResultPromise<WebhookEndpointWithSecret> {
    return this.transport.request({ method: 'POST', path: BASE, body }, options);
  }

  /** Reads an endpoint and how it does. */
  get(id: string, options?: CallOptions): ResultPromise<WebhookEndpoint> {
    return this.transport.request({ method: 'GET', path: [...BASE, id] }, options);
  }

  /** Changes an endpoint, or disables or enables it. */
  update(id: string, body: WebhookEndpointUpdate, options?: CallOptions): ResultPromise<WebhookEndpoint> {
    return this.transport.request({ method: 'PATCH', path: [...BASE, id], body }, options);
  }

  /** Deletes an endpoint and calls off what waits for it. */
  delete(id: string, options?: CallOptions): ResultPromise<void> {
    return this.transport.request({ method: 'DELETE', path: [...BASE, id] }, options);
  }

  /** Gives it a new secret; the old one goes on signing beside it until the overlap is over. */
  rotateSecret(
    id: string,
    body: WebhookSecretRotation = {},
    options?: CallOptions,
  ): ResultPromise<WebhookEndpointWithSecret> {
    return this.transport.request({ method: 'POST', path: [...BASE, id, 'rotate-secret'], body }, options);
  }

  /** Sends a `webhook.test`. */
  test(id: string, options?: CallOptions): ResultPromise<WebhookDelivery> {
    return this.transport.request({ method: 'POST', path: [...BASE, id, 'test'] }, options);
  }

  /** Sends again what did not get through since a time. */
  resendSince(id: string, body: WebhookResend, options?: CallOptions): ResultPromise<WebhookResendResult> {
    return this.transport.request({ method: 'POST', path: [...BASE, id, 'resend'], body }, options);
  }
}
