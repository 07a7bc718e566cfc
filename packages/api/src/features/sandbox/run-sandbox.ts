import mongoose from 'mongoose';
import { DomainEvent } from '../../events/model.ts';
import { WebhookSender } from '../../events/webhooks/webhook-sender.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { SWEEPS } from '../../jobs/sweeps.ts';
import { Background } from '../../lib/background.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { Services } from '../../services.ts';
import { runConfined } from '../../tenancy/context.ts';
import { Dealership } from '../dealership/model.ts';
import { nextDue } from './next-due.ts';

/** Rounds after which a sandbox that is still not quiet is left to the next run. */
const MAX_ROUNDS = 20;

const LONG_AGO = new Date(0);

const never = new AbortController().signal;

/** Runs every recurring job once for one dealership alone, by that dealership's clock, and posts its webhooks. */
async function runOnce(services: Services, signal: AbortSignal): Promise<void> {
  for (const sweep of SWEEPS) await sweep.run(services, signal);
  if (signal.aborted) return;
  await new WebhookSender(services).drain();
}

/** The request with work in the background of its own: what it started can be waited for, and nothing else is. */
export function withOwnBackground(ctx: TenantContext): TenantContext {
  return { ...ctx, services: { ...ctx.services, background: new Background(), wake: () => undefined } };
}

/** Does all that is due in the sandbox of a request, in its own time, and what becomes due by that. */
export async function settleSandbox({ services, dealershipId }: TenantContext): Promise<void> {
  await runConfined(dealershipId, async () => {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      await services.background.idle();
      await runOnce(services, never);
      if ((await nextDue(LONG_AGO, services.clock.now())) === null) return;
    }
  });
}

/** Whether a sweep would find anything to do in the current dealership, by its clock. */
async function isAnythingDue(services: Services): Promise<boolean> {
  if ((await nextDue(LONG_AGO, services.clock.now())) !== null) return true;
  return (await DomainEvent.exists({ fanned_out: false })) !== null;
}

async function goOn(services: Services, signal: AbortSignal): Promise<void> {
  if (await isAnythingDue(services)) await runOnce({ ...services, wake: () => undefined }, signal);
}

/** Goes on in sandboxes whose clock is ahead: to the sweeps of everybody else nothing there is due yet. */
export async function runMovedSandboxes(services: Services, signal: AbortSignal): Promise<void> {
  const moved = await Dealership.find(
    { 'sandbox.moved_at': mongoose.trusted({ $gte: after(services.clock.now(), -DAY_MS) }) },
    { sandbox: 1 },
  ).lean();
  for (const { _id, sandbox } of moved) {
    if (signal.aborted) return;
    services.sandboxClock.set(_id, sandbox?.ahead_ms ?? 0);
    await runConfined(_id, () => goOn(services, signal)).catch((error: unknown) =>
      services.logger.error({ dealership_id: _id, ...describeError(error) }, 'a sandbox could not go on'),
    );
  }
}
