import mongoose from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { insertRecords } from '../../database/insert-records.ts';
import { blankDelivery, WebhookDelivery } from '../../features/webhooks/delivery-model.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import { derivedId } from '../../lib/ids.ts';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { DomainEvent, type EventRecord } from '../model.ts';
import type { WebhookFact } from './webhook-fact.ts';
import { WEBHOOK_SOURCES } from './webhook-sources.ts';
import { WEBHOOK_VERSION } from './webhook-version.ts';

const BATCH = 200;

function deliveryOf(endpoint: WebhookEndpointRecord, event: EventRecord, fact: WebhookFact, now: Date) {
  const webhookId = derivedId('whm', `${event.dealership_id} ${fact.key}`);
  return blankDelivery({
    _id: derivedId('whd', `${endpoint._id} ${fact.key}`),
    webhook_id: webhookId,
    endpoint_id: endpoint._id,
    type: fact.type,
    test: event.test,
    body: JSON.stringify({
      id: webhookId,
      type: fact.type,
      version: WEBHOOK_VERSION,
      timestamp: fact.at.toISOString(),
      test: event.test,
      dealership_id: event.dealership_id,
      data: fact.data,
    }),
    created_at: now,
    // What happens while an endpoint is disabled can be resent once it is not.
    ...(endpoint.enabled ? {} : { state: 'cancelled' as const, state_reason: 'The endpoint was disabled' }),
  });
}

async function queue(services: Services, event: EventRecord, endpoints: WebhookEndpointRecord[]): Promise<void> {
  const source = WEBHOOK_SOURCES[event.type];
  const listening = endpoints.filter((endpoint) => (endpoint.mode === 'test') === event.test);
  if (!source || listening.length === 0) return;
  const now = services.clock.now();
  const oldest = Math.min(...listening.map((endpoint) => endpoint.created_at.getTime()));
  // What is older than a day has been queued long since, by the event that told of it.
  const since = new Date(Math.max(oldest, after(now, -DAY_MS).getTime()));
  const facts = await source(event, since);
  const deliveries = listening.flatMap((endpoint) =>
    facts
      .filter((fact) => fact.at >= endpoint.created_at && endpoint.events.includes(fact.type))
      .map((fact) => deliveryOf(endpoint, event, fact, now)),
  );
  await insertRecords(WebhookDelivery, deliveries).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}

async function fanOut(services: Services, events: EventRecord[]): Promise<string[]> {
  const dealerships = [...new Set(events.map((event) => event.dealership_id))];
  const [only, another] = dealerships;
  const theirs = another === undefined ? only : mongoose.trusted({ $in: dealerships });
  const endpoints = await asOperator(() =>
    WebhookEndpoint.find({ dealership_id: theirs }).lean<WebhookEndpointRecord[]>(),
  );
  const done: string[] = [];
  for (const event of events) {
    const listening = endpoints.filter((endpoint) => endpoint.dealership_id === event.dealership_id);
    try {
      if (listening.length > 0) await runAsTenant(event.dealership_id, () => queue(services, event, listening));
      done.push(event._id);
    } catch (error) {
      services.logger.error({ event_id: event._id, ...describeError(error) }, 'webhooks could not be queued');
    }
  }
  return done;
}

/**
 * Queues a delivery for every endpoint that wants to hear of a stored event. An event is marked only afterwards, and the
 * ids of deliveries follow from what they tell: two workers, or one after a crash, queue each once. Tells how many events.
 */
export async function fanOutEvents(services: Services, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal?.aborted) {
    const events = await asOperator(() =>
      DomainEvent.find({ fanned_out: false })
        .sort({ occurred_at: 1 })
        .limit(BATCH)
        .batchSize(BATCH)
        .lean<EventRecord[]>(),
    );
    if (events.length === 0) break;
    const done = await fanOut(services, events);
    await asOperator(() =>
      DomainEvent.updateMany({ _id: mongoose.trusted({ $in: done }) }, { $set: { fanned_out: true } }),
    );
    count += done.length;
    if (events.length < BATCH || done.length === 0) break;
  }
  return count;
}
