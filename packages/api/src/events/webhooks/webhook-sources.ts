import type { EventRecord, EventType } from '../model.ts';
import { escalationFacts } from './escalation-facts.ts';
import { deletionFacts, leadFacts } from './lead-facts.ts';
import { messageFacts } from './message-facts.ts';
import type { WebhookEventType, WebhookFact } from './webhook-fact.ts';

/**
 * Finds what a domain event amounts to for an endpoint, in the current dealership. It may find what another event
 * brought already: the key of each fact keeps it single. Nothing before `since` is wanted.
 */
type WebhookSource = (event: EventRecord, since: Date) => Promise<WebhookFact[]> | WebhookFact[];

/** A domain event that is sent on as it is: its details, else its ids, are the payload. */
export function passOn(type: WebhookEventType): WebhookSource {
  return (event) => [
    { type, key: `${type} ${event._id}`, at: event.occurred_at, data: { ...event.data, ...event.details } },
  ];
}

/**
 * The domain events that endpoints hear of. To add one: a line here, its type in `WebhookEventType` of openapi.yaml, and
 * its payload under `webhooks:` there.
 */
export const WEBHOOK_SOURCES: Partial<Record<EventType, WebhookSource>> = {
  'lead.created': leadFacts,
  'lead.updated': leadFacts,
  'lead.deleted': deletionFacts,
  'message.created': messageFacts,
  'message.updated': messageFacts,
  'escalation.created': escalationFacts,
  'escalation.updated': escalationFacts,
  'suppression.created': passOn('suppression.created'),
};
