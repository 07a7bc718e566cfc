import { Agenda } from 'agenda';
import mongoose from 'mongoose';
import { deliverDue } from '../delivery/deliver.ts';
import { WebhookSender } from '../events/webhooks/webhook-sender.ts';
import { runMovedSandboxes } from '../features/sandbox/run-sandbox.ts';
import { SECOND_MS, wallMs } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Services } from '../services.ts';
import { createJobBackend } from './create-job-backend.ts';
import { CONCURRENCY, SWEEPS, type Sweep } from './sweeps.ts';

/** How long a job of a worker that died keeps the others from it; one that runs is touched in time. */
const JOB_LOCK_MS = 30 * SECOND_MS;
/** By the wall: a clock that runs many times as fast would have a worker do nothing but look. */
const SHORTEST_POLL_MS = 250;

/** The part of the process that does what nobody waits for. */
export class Worker {
  readonly #services: Services;
  readonly #webhooks: WebhookSender;
  readonly #sweeps: readonly Sweep[];
  #agenda: Agenda | null = null;
  #delivering: Promise<unknown> | null = null;
  #again = false;
  readonly #stopping = new AbortController();
  readonly #sweeping = new Set<Promise<unknown>>();
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** When each sweep last began here, by the monotonic clock. */
  readonly #begunAt = new Map<string, number>();
  #watching: NodeJS.Timeout | null = null;

  constructor(services: Services) {
    this.#services = services;
    this.#webhooks = new WebhookSender(services);
    const sendWebhooks = (_services: Services, signal: AbortSignal) => this.#webhooks.tick(signal);
    this.#sweeps = [
      ...SWEEPS,
      { name: 'run sandboxes', everyMs: 3 * SECOND_MS, run: runMovedSandboxes },
      { name: 'send webhooks', everyMs: 2 * SECOND_MS, run: sendWebhooks },
    ];
  }

  /** Starts the recurring jobs. */
  async start(): Promise<void> {
    const db = mongoose.connection.db;
    if (!db) throw new Error('the worker needs a connected database');
    const { clock, logger } = this.#services;
    const lockLifetime = wallMs(clock, JOB_LOCK_MS);
    const agenda = new Agenda({
      backend: createJobBackend(db, logger),
      processEvery: Math.max(SHORTEST_POLL_MS, wallMs(clock, SECOND_MS)),
      defaultConcurrency: 1,
      defaultLockLimit: 1,
      defaultLockLifetime: lockLifetime,
      removeOnComplete: true,
    });
    for (const sweep of this.#sweeps) this.#define(agenda, sweep, lockLifetime);
    agenda.on('fail', (error: Error, job: { attrs: { name: string } }) => {
      logger.error({ job: job.attrs.name, ...describeError(error) }, 'job failed');
    });
    agenda.on('error', (error: Error) => {
      // A last look at the queue may come after the goodbye to the database.
      if (!this.#stopping.signal.aborted) logger.error(describeError(error), 'job queue failed');
    });
    await agenda.start();
    for (const sweep of this.#sweeps) {
      await agenda.every(wallMs(clock, sweep.everyMs), sweep.name);
      this.#begunAt.set(sweep.name, performance.now());
    }
    this.#agenda = agenda;
    this.#watching = setInterval(() => void this.#makeUp(agenda), lockLifetime);
    this.wake();
  }

  #define(agenda: Agenda, sweep: Sweep, lockLifetime: number): void {
    agenda.define(
      sweep.name,
      async (job) => {
        if (this.#stopping.signal.aborted) return;
        await job.touch();
        const touching = setInterval(() => void job.touch().catch(() => undefined), lockLifetime / 3);
        try {
          await this.#sweep(sweep);
        } finally {
          clearInterval(touching);
        }
      },
      { concurrency: 1, lockLimit: 1, lockLifetime },
    );
  }

  #isLate({ name, everyMs }: Sweep): boolean {
    const idleMs = performance.now() - (this.#begunAt.get(name) ?? 0);
    return !this.#underWay.has(name) && idleMs >= wallMs(this.#services.clock, everyMs + JOB_LOCK_MS);
  }

  /**
   * Runs what has not begun here for far too long, and starts agenda anew. A job that agenda held but had not begun when
   * the process stood still, or the database was away, stays in its list of locked ones: it never looks at it again.
   */
  async #makeUp(agenda: Agenda): Promise<void> {
    const late = this.#sweeps.filter((sweep) => this.#isLate(sweep));
    if (late.length === 0 || this.#stopping.signal.aborted) return;
    const { logger } = this.#services;
    for (const sweep of late)
      void this.#sweep(sweep).catch((error: unknown) =>
        logger.error({ job: sweep.name, ...describeError(error) }, 'job failed'),
      );
    try {
      await agenda.stop();
      if (!this.#stopping.signal.aborted) await agenda.start();
      if (this.#stopping.signal.aborted) await agenda.stop();
    } catch (error) {
      // The database is away: whatever is late at the next look brings us here again.
      logger.error(describeError(error), 'job queue not started anew');
    }
  }

  /** Looks for messages to deliver at once instead of at the next tick; calls while it looks are one more look. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    // Apart from messages, which never wait for somebody's receiver.
    this.#services.background.track(this.#track(this.#webhooks.tick(this.#stopping.signal)));
    if (this.#delivering) {
      this.#again = true;
      return;
    }
    this.#delivering = deliverDue(this.#services, CONCURRENCY, { signal: this.#stopping.signal })
      .catch((error: unknown) =>
        this.#services.logger.error(describeError(error), 'delivery stopped; the next tick goes on'),
      )
      .finally(() => {
        this.#delivering = null;
        if (this.#again) {
          this.#again = false;
          this.wake();
        }
      });
  }

  /** Runs every sweep once, now; for tests and for a clock that was moved. */
  async runAll(): Promise<void> {
    for (const sweep of this.#sweeps) await sweep.run(this.#services, this.#stopping.signal);
    await this.#webhooks.drain();
    await this.idle();
  }

  /** Resolves when nothing is being delivered in this process. */
  async idle(): Promise<void> {
    while (this.#delivering) await this.#delivering;
  }

  /** Runs a sweep; one that runs already here is only waited for. */
  #sweep(sweep: Sweep): Promise<unknown> {
    const underWay = this.#underWay.get(sweep.name);
    if (underWay) return underWay;
    this.#begunAt.set(sweep.name, performance.now());
    const work = this.#track(sweep.run(this.#services, this.#stopping.signal)).finally(() =>
      this.#underWay.delete(sweep.name),
    );
    this.#underWay.set(sweep.name, work);
    return work;
  }

  async #track(work: Promise<unknown>): Promise<void> {
    this.#sweeping.add(work);
    try {
      await work;
    } finally {
      this.#sweeping.delete(work);
    }
  }

  /** Lets what runs come to its end and takes nothing more up; agenda itself would not wait for its jobs. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#watching) clearInterval(this.#watching);
    await this.#agenda?.stop();
    await Promise.allSettled(this.#sweeping);
    await this.idle();
  }
}
