import { insertRecords } from '../database/insert-records.ts';
import { newId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { DomainEvent, type EventRecord, type EventType } from './model.ts';
import { WEBHOOK_SOURCES } from './webhooks/webhook-sources.ts';

/** What happened, before it has an id and a time. */
export interface EventInput {
  type: EventType;
  data: Record<string, string>;
  /** What webhooks tell besides the ids; live updates leave it out. */
  details?: Record<string, string>;
}

/** Stores events of one dealership and passes them to the open streams. */
export async function recordEvents(
  services: Pick<Services, 'clock' | 'live'>,
  dealershipId: string,
  test: boolean,
  inputs: readonly EventInput[],
): Promise<void> {
  const occurredAt = services.clock.now();
  const events: EventRecord[] = inputs.map((input) => ({
    // Ids carry the machine's time, not a moved clock's: a stream resumes by them.
    _id: newId('evt'),
    dealership_id: dealershipId,
    test,
    type: input.type,
    data: input.data,
    ...(input.details ? { details: input.details } : {}),
    fanned_out: !(input.type in WEBHOOK_SOURCES),
    occurred_at: occurredAt,
  }));
  await insertRecords(DomainEvent, events);
  for (const event of events) services.live.publish(event);
}
