/** Tells the time; injected so that tests and test dealerships can move it. */
export interface Clock {
  now(): Date;
  /** How many times faster than a wall clock it runs; 1 where it is left out. */
  readonly speed?: number;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Adds milliseconds to a date. */
export function after(date: Date, durationMs: number): Date {
  return new Date(date.getTime() + durationMs);
}

/** How long a duration of a clock takes on the wall: what timers have to be set to. */
export function wallMs(clock: Clock, durationMs: number): number {
  return Math.ceil(durationMs / (clock.speed ?? 1));
}
