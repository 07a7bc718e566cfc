import type { Clock } from '../src/lib/clock.ts';

/** A clock that goes like any other and can be set forward. */
export class MovableClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Lets time pass at once. */
  advance(durationMs: number): void {
    this.#offsetMs += durationMs;
  }
}
