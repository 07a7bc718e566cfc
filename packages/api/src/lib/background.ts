/** Keeps track of promises that nobody awaits, so that a shutdown can. */
export class Background {
  readonly #running = new Set<Promise<unknown>>();

  /** Takes charge of a promise that handles its own failures. */
  track(work: Promise<unknown>): void {
    const tracked = work.catch(() => undefined).finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
  }

  /** Resolves when nothing is running. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
