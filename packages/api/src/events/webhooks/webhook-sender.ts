import mongoose from 'mongoose';
import { WebhookDelivery, type WebhookDeliveryRecord } from '../../features/webhooks/delivery-model.ts';
import { WebhookEndpoint, type WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { after, SECOND_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { Services } from '../../services.ts';
import { asOperator, runAsTenant } from '../../tenancy/context.ts';
import { attemptDelivery } from './attempt-delivery.ts';
import { fanOutEvents } from './fan-out-events.ts';
import { settleDelivery } from './settle-delivery.ts';

/** Posts under way at a time in one process, in all and to one endpoint; one that is failing gets them singly. */
const MAX_IN_FLIGHT = 100;
const MAX_PER_ENDPOINT = 4;
const BATCH = 50;
/** Four times as long as an attempt may take: whoever holds a delivery longer than this is dead. */
const LEASE_MS = 60 * SECOND_MS;

function roomFor(endpoint: WebhookEndpointRecord): number {
  return endpoint.consecutive_failures > 0 ? 1 : MAX_PER_ENDPOINT;
}

async function claim(delivery: WebhookDeliveryRecord, now: Date): Promise<WebhookDeliveryRecord | null> {
  return WebhookDelivery.findOneAndUpdate(
    { _id: delivery._id, state: 'pending', fence: delivery.fence },
    { $set: { state: 'sending', lease_until: after(now, LEASE_MS) }, $inc: { fence: 1, attempts: 1 } },
    { returnDocument: 'after' },
  ).lean<WebhookDeliveryRecord>();
}

/** Whether an endpoint may be posted to now: enabled, and not asking to be left alone. */
function isOpen(endpoint: WebhookEndpointRecord, now: Date): boolean {
  return endpoint.enabled && (endpoint.paused_until === null || endpoint.paused_until <= now);
}

/**
 * Puts off all that is due to an endpoint that is paused, and calls it off where it is disabled or deleted: in one write,
 * however much there is.
 */
async function putAside(endpointId: string, endpoint: WebhookEndpointRecord | undefined, now: Date): Promise<void> {
  const until = endpoint?.enabled ? endpoint.paused_until : null;
  const reason = endpoint ? 'The endpoint was disabled' : 'The endpoint was deleted';
  await WebhookDelivery.updateMany(
    {
      endpoint_id: endpointId,
      state: 'pending',
      due_at: mongoose.trusted(until === null ? { $lte: now } : { $lt: until }),
    },
    { $set: until === null ? { state: 'cancelled', state_reason: reason } : { due_at: until } },
  );
}

/** Sends what is due. Nothing waits for a receiver but its own posts: a slow endpoint fills its own few places only. */
export class WebhookSender {
  readonly #services: Services;
  readonly #inFlight = new Map<string, number>();
  readonly #full = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #ticking: Promise<void> | null = null;
  #tickAgain = false;
  #looking: Promise<void> | null = null;
  #again = false;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Queues what has happened and starts what is due; does not wait for receivers. Calls meanwhile are one more tick. */
  async tick(signal?: AbortSignal): Promise<void> {
    if (this.#ticking) {
      this.#tickAgain = true;
      return this.#ticking;
    }
    this.#ticking = this.#tickUntilDone(signal).finally(() => {
      this.#ticking = null;
    });
    return this.#ticking;
  }

  async #tickUntilDone(signal?: AbortSignal): Promise<void> {
    do {
      this.#tickAgain = false;
      await fanOutEvents(this.#services, signal);
      await this.#look(signal);
    } while (this.#tickAgain && !signal?.aborted);
  }

  /** Sends until nothing is due, and waits for it. */
  async drain(): Promise<void> {
    await this.tick();
    while (this.#running.size > 0 || this.#looking) {
      await Promise.all(this.#running);
      await this.#looking;
    }
  }

  /** Looks for due deliveries; calls while it looks are one more look. */
  #look(signal?: AbortSignal): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return this.#looking;
    }
    const looking = this.#lookUntilDone(signal).finally(() => {
      this.#looking = null;
    });
    this.#looking = looking;
    return looking;
  }

  async #lookUntilDone(signal?: AbortSignal): Promise<void> {
    do {
      this.#again = false;
      await this.#giveBackAbandoned();
      while (!signal?.aborted && this.#running.size < MAX_IN_FLIGHT && (await this.#startSome()));
    } while (this.#again && !signal?.aborted);
  }

  /** A process that died while posting may or may not have got through: the post is made again, under the same id. */
  async #giveBackAbandoned(): Promise<void> {
    const now = this.#services.clock.now();
    await asOperator(() =>
      WebhookDelivery.updateMany(
        { state: 'sending', lease_until: mongoose.trusted({ $lte: now }) },
        { $set: { state: 'pending', lease_until: null, due_at: now }, $inc: { fence: 1 } },
      ),
    );
  }

  /** Starts some of what is due; tells whether there may be more to do. */
  async #startSome(): Promise<boolean> {
    const now = this.#services.clock.now();
    const due = await asOperator(() =>
      WebhookDelivery.find({
        state: 'pending',
        due_at: mongoose.trusted({ $lte: now }),
        endpoint_id: mongoose.trusted({ $nin: [...this.#full] }),
      })
        .sort({ due_at: 1 })
        .limit(BATCH)
        .batchSize(BATCH)
        .lean<WebhookDeliveryRecord[]>(),
    );
    if (due.length === 0) return false;
    const ids = [...new Set(due.map((delivery) => delivery.endpoint_id))];
    const endpoints = await asOperator(() =>
      WebhookEndpoint.find({ _id: mongoose.trusted({ $in: ids }) }).lean<WebhookEndpointRecord[]>(),
    );
    const byId = new Map(endpoints.map((endpoint) => [endpoint._id, endpoint]));
    const full = this.#full.size;
    const closed = new Set<string>();
    let moved = 0;
    for (const delivery of due) {
      const endpoint = byId.get(delivery.endpoint_id);
      if (closed.has(delivery.endpoint_id)) continue;
      const done = await runAsTenant(delivery.dealership_id, async () => {
        if (endpoint && isOpen(endpoint, now)) return this.#takeUp(delivery, endpoint, now);
        closed.add(delivery.endpoint_id);
        await putAside(delivery.endpoint_id, endpoint, now);
        return true;
      });
      if (done) moved += 1;
    }
    return moved > 0 || this.#full.size > full;
  }

  /** Starts one delivery; `false` when its endpoint has no place free. */
  async #takeUp(delivery: WebhookDeliveryRecord, endpoint: WebhookEndpointRecord, now: Date): Promise<boolean> {
    const inFlight = this.#inFlight.get(endpoint._id) ?? 0;
    if (inFlight >= roomFor(endpoint) || this.#running.size >= MAX_IN_FLIGHT) {
      if (inFlight > 0) this.#full.add(endpoint._id);
      return false;
    }
    const claimed = await claim(delivery, now);
    if (claimed) this.#start(claimed, endpoint);
    return true;
  }

  #start(delivery: WebhookDeliveryRecord, endpoint: WebhookEndpointRecord): void {
    const { _id } = endpoint;
    this.#inFlight.set(_id, (this.#inFlight.get(_id) ?? 0) + 1);
    const run = runAsTenant(delivery.dealership_id, () => this.#send(delivery, endpoint)).finally(() => {
      this.#running.delete(run);
      const left = (this.#inFlight.get(_id) ?? 1) - 1;
      if (left > 0) this.#inFlight.set(_id, left);
      else this.#inFlight.delete(_id);
      // A place is free: whatever waited for it goes on, without waiting for the next tick.
      if (this.#full.delete(_id)) void this.#look().catch((error: unknown) => this.#logFailure(delivery, error));
    });
    this.#running.add(run);
    this.#services.background.track(run);
  }

  async #send(delivery: WebhookDeliveryRecord, endpoint: WebhookEndpointRecord): Promise<void> {
    try {
      const outcome = await attemptDelivery(this.#services, delivery, endpoint);
      await settleDelivery(this.#services, delivery, endpoint, outcome);
    } catch (error) {
      // The lease runs out and the delivery is taken up again.
      this.#logFailure(delivery, error);
    }
  }

  #logFailure(delivery: WebhookDeliveryRecord, error: unknown): void {
    this.#services.logger.error({ webhook_delivery_id: delivery._id, ...describeError(error) }, 'webhook failed');
  }
}
