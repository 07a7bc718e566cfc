import { createSubscriber } from 'svelte/reactivity';

const tickMs = 10_000;

/** One timer for every age on the screen: runs only while something reads it. */
class Clock {
  #now = Date.now();
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(() => {
      this.#now = Date.now();
      update();
    }, tickMs);
    return () => clearInterval(timer);
  });

  /** Milliseconds since the epoch, at most ten seconds old; reactive. */
  get now(): number {
    this.#subscribe();
    this.#now = Math.max(this.#now, Date.now());
    return this.#now;
  }
}

export const clock = new Clock();
