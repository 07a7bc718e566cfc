import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';
import { giveUpSilentLeads, runDueFollowUps } from '../automation/run-follow-ups.ts';
import { deliverDue } from '../delivery/deliver.ts';
import { reconcileMessages } from '../delivery/reconcile.ts';
import { forgetAttachments } from '../features/attachments/forget-attachments.ts';
import { forgetOldArrivals } from '../intake/forget-old-arrivals.ts';
import { sweepArrivals } from '../intake/work-on-arrival.ts';
import { SECOND_MS } from '../lib/clock.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Services } from '../services.ts';

/** Messages one process writes and sends at a time; most of the time of each is spent waiting for a provider. */
const CONCURRENCY = 6;

/** A recurring job: what it does and how often it is looked at. */
interface Sweep {
  name: string;
  every: string;
  run(services: Services, signal: AbortSignal): Promise<unknown>;
}

/**
 * Agenda is only the alarm clock: the work itself is found in our own collections and claimed by compare-and-set, so a
 * job that is lost is made up for by the next, and one that runs twice finds nothing left to do.
 */
const SWEEPS: readonly Sweep[] = [
  {
    name: 'deliver messages',
    every: '2 seconds',
    run: (services, signal) => deliverDue(services, CONCURRENCY, { signal }),
  },
  { name: 'finish arrivals', every: '15 seconds', run: sweepArrivals },
  { name: 'reconcile messages', every: '15 seconds', run: reconcileMessages },
  { name: 'queue follow-ups', every: '30 seconds', run: runDueFollowUps },
  { name: 'give up silent leads', every: '10 minutes', run: giveUpSilentLeads },
  { name: 'forget attachments', every: '1 hour', run: forgetAttachments },
  { name: 'forget old arrivals', every: '6 hours', run: forgetOldArrivals },
];

/** The part of the process that does what nobody waits for. */
export class Worker {
  readonly #services: Services;
  #agenda: Agenda | null = null;
  #delivering: Promise<unknown> | null = null;
  #again = false;
  readonly #stopping = new AbortController();
  readonly #sweeping = new Set<Promise<unknown>>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** Starts the recurring jobs. */
  async start(): Promise<void> {
    const db = mongoose.connection.db;
    if (!db) throw new Error('the worker needs a connected database');
    const agenda = new Agenda({
      backend: new MongoBackend({ mongo: db as never, collection: 'jobs' }),
      processEvery: '1 second',
      defaultConcurrency: 1,
      defaultLockLimit: 1,
      defaultLockLifetime: 120 * SECOND_MS,
      removeOnComplete: true,
    });
    for (const sweep of SWEEPS) {
      agenda.define(
        sweep.name,
        async (job) => {
          if (this.#stopping.signal.aborted) return;
          await job.touch();
          await this.#track(sweep.run(this.#services, this.#stopping.signal));
        },
        { concurrency: 1, lockLimit: 1, lockLifetime: 120 * SECOND_MS },
      );
    }
    agenda.on('fail', (error: Error, job: { attrs: { name: string } }) => {
      this.#services.logger.error({ job: job.attrs.name, ...describeError(error) }, 'job failed');
    });
    agenda.on('error', (error: Error) => {
      // A last look at the queue may come after the goodbye to the database.
      if (!this.#stopping.signal.aborted) this.#services.logger.error(describeError(error), 'job queue failed');
    });
    await agenda.start();
    for (const sweep of SWEEPS) await agenda.every(sweep.every, sweep.name);
    this.#agenda = agenda;
    this.wake();
  }

  /** Looks for messages to deliver at once instead of at the next tick; calls while it looks are one more look. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
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
    for (const sweep of SWEEPS) await sweep.run(this.#services, this.#stopping.signal);
    await this.idle();
  }

  /** Resolves when nothing is being delivered in this process. */
  async idle(): Promise<void> {
    while (this.#delivering) await this.#delivering;
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
    await this.#agenda?.stop();
    await Promise.allSettled(this.#sweeping);
    await this.idle();
  }
}
