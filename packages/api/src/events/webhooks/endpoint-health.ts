import mongoose from 'mongoose';
import { WebhookEndpoint, type WebhookEndpointRecord } from '../../features/webhooks/endpoint-model.ts';
import { after, DAY_MS, MINUTE_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import { tellOwners } from './tell-owners.ts';

/** So many failures in a row are worth a mail. */
const WORTH_A_MAIL = 5;
/** An endpoint that nothing has reached for so long is disabled. */
const GIVEN_UP_MS = 5 * DAY_MS;
/** How exactly the time of the last success is kept. */
const SUCCESS_NOTED_EVERY_MS = MINUTE_MS;

/**
 * Notes that a post got through; changes the endpoint only when that is news: it was in trouble, or the last success that
 * is noted is a minute old.
 */
export async function noteSuccess(services: Services, endpoint: WebhookEndpointRecord): Promise<void> {
  const now = services.clock.now();
  await WebhookEndpoint.updateOne(
    {
      _id: endpoint._id,
      $or: mongoose.trusted([
        { failing_since: mongoose.trusted({ $ne: null }) },
        { consecutive_failures: mongoose.trusted({ $gt: 0 }) },
        { paused_until: mongoose.trusted({ $ne: null }) },
        { last_success_at: null },
        { last_success_at: mongoose.trusted({ $lte: after(now, -SUCCESS_NOTED_EVERY_MS) }) },
      ]),
    },
    { $set: { last_success_at: now, failing_since: null, consecutive_failures: 0, paused_until: null } },
  );
}

async function disable(services: Services, endpoint: WebhookEndpointRecord, reason: 'gone' | 'failing') {
  await tellOwners(services, endpoint, reason);
  await WebhookEndpoint.updateOne(
    { _id: endpoint._id, enabled: true },
    { $set: { enabled: false, disabled_reason: reason, updated_at: services.clock.now() } },
  );
}

/**
 * Notes that a post did not get through. Owners hear of it once for each time it begins to fail; an endpoint that is gone,
 * or has failed for days, is disabled.
 */
export async function noteFailure(
  services: Services,
  endpoint: WebhookEndpointRecord,
  { gone, retryAfterMs }: { gone: boolean; retryAfterMs: number | null },
): Promise<void> {
  const now = services.clock.now();
  await WebhookEndpoint.updateOne({ _id: endpoint._id, failing_since: null }, { $set: { failing_since: now } });
  const failing = await WebhookEndpoint.findOneAndUpdate(
    { _id: endpoint._id },
    {
      $inc: { consecutive_failures: 1 },
      ...(retryAfterMs === null ? {} : { $set: { paused_until: after(now, Math.min(retryAfterMs, DAY_MS)) } }),
    },
    { returnDocument: 'after' },
  ).lean<WebhookEndpointRecord>();
  if (!failing?.enabled) return;
  if (gone) return disable(services, failing, 'gone');
  const failingSince = failing.failing_since ?? now;
  if (now.getTime() - failingSince.getTime() > GIVEN_UP_MS) return disable(services, failing, 'failing');
  if (failing.consecutive_failures >= WORTH_A_MAIL) await tellOwners(services, failing, 'trouble');
}
