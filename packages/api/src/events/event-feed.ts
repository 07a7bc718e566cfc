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
  if (!/^evt_[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return null;
  return decodeTime(id.slice(4));
}

/** Reads the stored events of the current dealership from a time on, oldest first. */
export async function eventsSince(timeMs: number, limit: number): Promise<EventRecord[]> {
  return DomainEvent.find({ _id: mongoose.trusted({ $gte: eventIdAt(timeMs) }) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean<EventRecord[]>();
}

/** Passes on what other processes stored, to the streams that are open in this one: one query for all of them. */
export class EventFeed {
  readonly #hub: LiveHub;
  readonly #logger: Logger;
  readonly #seen = new Set<string>();
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
      const events = await asOperator(() =>
        DomainEvent.find({
          dealership_id: mongoose.trusted({ $in: dealerships }),
          _id: mongoose.trusted({ $gte: eventIdAt(Date.now() - POLL_MS - OVERLAP_MS) }),
        })
          .sort({ _id: 1 })
          .limit(BATCH)
          .lean<EventRecord[]>(),
      );
      for (const event of events) if (!this.#seen.has(event._id)) this.#hub.publish(event);
      this.#seen.clear();
      for (const event of events) this.#seen.add(event._id);
    } catch (error) {
      this.#logger.warn(describeError(error), 'event feed could not be read');
    }
  }
}
