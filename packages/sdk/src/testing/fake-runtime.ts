import { vi } from 'vitest';
import type { Runtime } from '../core/runtime.ts';

interface Timer {
  delayMs: number;
  callback: () => void;
}

/**
 * A clock in the hands of the test: waits pass at once and are noted in `waits`; time limits (30 s for an attempt, 45 s
 * of silence) pass only when the test says so.
 */
export class FakeRuntime implements Runtime {
  nowMs = Date.UTC(2026, 10, 20, 10, 0, 0);
  /** How much of the jitter is used: 0 is none. */
  chance = 0;
  readonly waits: number[] = [];
  readonly #limits = new Set<Timer>();
  readonly #limitsMs: readonly number[];
  #keys = 0;

  constructor(limitsMs: readonly number[] = [30_000, 45_000]) {
    this.#limitsMs = limitsMs;
  }

  readonly now = () => this.nowMs;
  readonly random = () => this.chance;
  readonly randomKey = () => `key_${++this.#keys}`;

  readonly after = (delayMs: number, callback: () => void) => {
    const timer = { delayMs, callback };
    if (this.#limitsMs.includes(delayMs)) {
      this.#limits.add(timer);
      return () => void this.#limits.delete(timer);
    }
    this.waits.push(delayMs);
    let calledOff = false;
    queueMicrotask(() => calledOff || callback());
    return () => {
      calledOff = true;
    };
  };

  /** Time limits that run now, in milliseconds. */
  get running(): number[] {
    return Array.from(this.#limits, ({ delayMs }) => delayMs);
  }

  /** Lets a time limit pass, as soon as one of this length runs. */
  async pass(delayMs: number): Promise<void> {
    const timer = await vi.waitUntil(() => Array.from(this.#limits).find((limit) => limit.delayMs === delayMs), {
      interval: 1,
    });
    this.#limits.delete(timer);
    timer.callback();
  }
}
