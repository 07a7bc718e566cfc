import type { WebhookEventType } from '@norvalt/sdk';

/** Everything an endpoint can hear of, in the order it is offered. */
export const webhookEvents: readonly WebhookEventType[] = [
  'lead.created',
  'lead.updated',
  'lead.status_changed',
  'lead.deleted',
  'message.received',
  'message.sent',
  'message.delivered',
  'message.failed',
  'escalation.created',
  'escalation.updated',
  'suppression.created',
];

/** What a new endpoint is offered to hear of. */
export const usualEvents: readonly WebhookEventType[] = ['lead.created', 'lead.status_changed', 'message.received'];
