import type { Response } from 'express';
import { eventsSince, OVERLAP_MS, timeOfEventId } from '../../events/event-feed.ts';
import type { EventRecord } from '../../events/model.ts';
import type { components } from '../../generated/openapi.ts';
import { HEARTBEAT_MS, isOpen, MAX_BACKLOG_BYTES, MAX_STREAM_MS, STREAM_HEADERS } from '../../http/event-stream.ts';
import { invalidRequest } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';

const MAX_REMEMBERED = 2000;
function presentEvent(record: EventRecord): components['schemas']['Event'] {
  return { id: record._id, type: record.type, occurred_at: record.occurred_at.toISOString(), data: record.data };
}

/** One open stream: writes each event once, in the order it learns of them. */
class EventStream {
  readonly #response: Response;
  readonly #sent = new Set<string>();

  constructor(response: Response) {
    this.#response = response;
  }

  write(record: EventRecord): void {
    if (this.#sent.has(record._id) || !isOpen(this.#response)) return;
    this.#sent.add(record._id);
    if (this.#sent.size > MAX_REMEMBERED) this.#sent.delete(this.#sent.values().next().value ?? '');
    this.#response.write(`id: ${record._id}\nevent: ${record.type}\ndata: ${JSON.stringify(presentEvent(record))}\n\n`);
    if (this.#response.writableLength > MAX_BACKLOG_BYTES) this.#response.destroy();
  }
}

function resumeTime(lastEventId: string | undefined): number | null {
  if (lastEventId === undefined || lastEventId === '') return null;
  const time = timeOfEventId(lastEventId);
  if (time === null) throw invalidRequest([{ pointer: 'headers:last-event-id', detail: 'is not the id of an event' }]);
  return time;
}

/**
 * Streams the events of a dealership until the client goes away. What was missed since `lastEventId` comes first.
 * @throws Problem 400 when `lastEventId` is not an event's
 */
export async function streamEvents(
  ctx: TenantContext,
  lastEventId: string | undefined,
  response: Response,
): Promise<void> {
  const since = resumeTime(lastEventId);
  const stream = new EventStream(response);
  const mine = (event: EventRecord) => ctx.actor.type === 'user' || event.test === ctx.test;
  const early: EventRecord[] = [];
  let replaying = true;
  // Listening starts before the replay is read, so that nothing falls in between.
  const stop = ctx.services.live.listen(ctx.dealershipId, (event) => {
    if (!mine(event)) return;
    if (replaying) early.push(event);
    else stream.write(event);
  });
  const timers: NodeJS.Timeout[] = [];
  const finish = () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
  response.on('close', finish).on('error', finish);
  try {
    response.status(200).set(STREAM_HEADERS);
    response.write(': connected\n\n');
    if (since !== null) {
      for await (const event of eventsSince(since - OVERLAP_MS)) {
        if (event._id !== lastEventId && mine(event)) stream.write(event);
        if (!isOpen(response)) return finish();
      }
    }
    replaying = false;
    for (const event of early) stream.write(event);
  } catch (error) {
    finish();
    throw error;
  }
  if (!isOpen(response)) return finish();
  timers.push(
    setInterval(() => isOpen(response) && response.write(': still here\n\n'), HEARTBEAT_MS),
    setTimeout(() => {
      finish();
      response.end();
    }, MAX_STREAM_MS),
  );
}
