import mongoose from 'mongoose';
import { decodeTime, encodeTime } from 'ulid';
import { SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Logger } from '../lib/logger.ts';
import { asOperator } from '../tenancy/context.ts';
import type { LiveHub } from './live-hub.ts';
import { DomainEvent, type EventRecord } from './model.ts';

/** Ids are made by many processes, so one may be stored after a later one: looking back this far finds it. */
export const OVERLAP_MS = 5 * SECOND_MS;
const POLL_MS = 2 * SECOND_MS;
const BATCH = 500;

/** The smallest event id of a time, so that ids can be compared with it. */
export function eventIdAt(timeMs: number): string {
  return `evt_${encodeTime(Math.max(0, timeMs), 10)}${'0'.repeat(16)}`;
}

/** The time (milliseconds) an event id was made at, or `null` when it is not one. */
export function timeOfEventId(id: string): number | null {
  if (!/^evt_[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return null;
  return decodeTime(id.slice(4));
}

/** Reads stored events from a time (milliseconds) on, oldest first and a few hundred at a time, to the last one. */
export async function* eventsSince(timeMs: number, filter: Record<string, unknown> = {}): AsyncGenerator<EventRecord> {
  let after = eventIdAt(timeMs);
  while (true) {
    const batch = await DomainEvent.find({ ...filter, _id: mongoose.trusted({ $gt: after }) })
      .sort({ _id: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<EventRecord[]>();
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    after = last._id;
  }
}

/** Passes on what other processes stored, to the streams that are open in this one: one query for all of them. */
export class EventFeed {
  readonly #hub: LiveHub;
  readonly #logger: Logger;
  #seen = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(hub: LiveHub, logger: Logger) {
    this.#hub = hub;
    this.#logger = logger;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#poll(), POLL_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  async #poll(): Promise<void> {
    const dealerships = this.#hub.listening();
    if (dealerships.length === 0) return;
    try {
      const filter = { dealership_id: mongoose.trusted({ $in: dealerships }) };
      const recent = new Set<string>();
      await asOperator(async () => {
        for await (const event of eventsSince(Date.now() - POLL_MS - OVERLAP_MS, filter)) {
          recent.add(event._id);
          if (!this.#seen.has(event._id)) this.#hub.publish(event);
        }
      });
      this.#seen = recent;
    } catch (error) {
      this.#logger.warn(describeError(error), 'event feed could not be read');
    }
  }
}
