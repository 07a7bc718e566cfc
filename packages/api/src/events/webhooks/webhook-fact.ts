import type { components } from '../../generated/openapi.ts';

export type WebhookEventType = components['schemas']['WebhookEventType'];

/** One thing worth a post. Its key makes it single: however often it is found, it is queued once for each endpoint. */
export interface WebhookFact {
  type: WebhookEventType;
  key: string;
  at: Date;
  data: object;
}
