/** Whatever tells the time. */
export interface Clock {
  now(): Date;
}

/** The time as the product has it that runs with `TEST_CLOCK`: hours of waiting pass in seconds. */
export class FastClock implements Clock {
  #fromMs = Date.now();

  constructor(readonly speed: number) {}

  now(): Date {
    return new Date(this.#fromMs + (Date.now() - this.#fromMs) * this.speed);
  }

  /** What a duration of this clock takes on the wall. */
  wallMs(durationMs: number): number {
    return durationMs / this.speed;
  }

  /** Sets the clock forward; processes that run already keep the time they were started with. */
  advance(durationMs: number): void {
    this.#fromMs -= Math.round(durationMs / (this.speed - 1));
  }

  /** The value of `TEST_CLOCK`, for a machine whose own clock is so wrong. */
  variable(offsetMs = 0): string {
    return `speed=${this.speed},from=${this.#fromMs},offset=${offsetMs}`;
  }
}
