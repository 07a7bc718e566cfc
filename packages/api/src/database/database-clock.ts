import mongoose from 'mongoose';
import { type Clock, SECOND_MS } from '../lib/clock.ts';
import type { Logger } from '../lib/logger.ts';

/** How a test wants the clock: its own wrong time, and how much faster it runs since when. */
export interface TestClock {
  speed: number;
  fromMs: number;
  /** How wrong the clock of this machine is. */
  offsetMs: number;
}

const MEASURE_EVERY_MS = 30 * SECOND_MS;
/** An answer that took longer says too little about when it was given. */
const LONGEST_ROUND_TRIP_MS = SECOND_MS;
const ALARM_MS = 2 * SECOND_MS;

/**
 * The database server's time, which all processes share: leases are taken and given up by it, so a machine whose clock
 * is wrong neither takes a message from the one that is sending it nor sends early. It goes on by the monotonic clock
 * in between, so a step of the wall clock does not reach it. A server that does not tell its time leaves the machine's.
 */
export class DatabaseClock implements Clock {
  readonly speed: number;
  readonly #logger: Logger;
  readonly #test: TestClock;
  #offsetMs: number | null = null;
  #alarmed = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(logger: Logger, test: TestClock | null) {
    this.#logger = logger;
    this.#test = test ?? { speed: 1, fromMs: 0, offsetMs: 0 };
    this.speed = this.#test.speed;
  }

  now(): Date {
    const realMs = this.#offsetMs === null ? this.#machineMs() : performance.now() + this.#offsetMs;
    const { fromMs, speed } = this.#test;
    return new Date(Math.round(speed === 1 ? realMs : fromMs + (realMs - fromMs) * speed));
  }

  #machineMs(): number {
    return Date.now() + this.#test.offsetMs;
  }

  /** Asks the database now, and again and again until `stop`. */
  async start(): Promise<void> {
    await this.measure();
    this.#timer = setInterval(() => void this.measure(), MEASURE_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Asks once; what cannot be asked now stays as it was. */
  async measure(): Promise<void> {
    const askedAt = performance.now();
    const answer = await mongoose.connection.db
      ?.admin()
      .command({ hello: 1 })
      .catch(() => null);
    const roundTripMs = performance.now() - askedAt;
    const localTime: unknown = answer?.localTime;
    if (!(localTime instanceof Date) || (roundTripMs > LONGEST_ROUND_TRIP_MS && this.#offsetMs !== null)) return;
    this.#offsetMs = localTime.getTime() - (askedAt + roundTripMs / 2);
    this.#alarm(this.#machineMs() - (performance.now() + this.#offsetMs), roundTripMs);
  }

  #alarm(skewMs: number, roundTripMs: number): void {
    const wrong = Math.abs(skewMs) > ALARM_MS + roundTripMs;
    if (wrong && !this.#alarmed)
      this.#logger.error({ skew_ms: Math.round(skewMs) }, 'the clock of this machine is wrong; the database’s is used');
    this.#alarmed = wrong;
  }
}
