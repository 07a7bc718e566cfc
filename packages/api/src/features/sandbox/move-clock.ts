import type { TenantContext } from '../../http/request-context.ts';
import { after, DAY_MS, SECOND_MS } from '../../lib/clock.ts';
import { Dealership } from '../dealership/model.ts';
import { findSandbox, type SandboxRecord } from './find-sandbox.ts';
import { nextDue } from './next-due.ts';
import { settleSandbox } from './run-sandbox.ts';

interface MoveClock {
  ctx: TenantContext;
  input: { advance_seconds: number };
}

/** Stops on the way, at most: one for each thing that falls due, and one a day for what nobody can foresee. */
const MAX_STOPS = 500;

async function setAhead(ctx: TenantContext, aheadMs: number, movedAt: Date): Promise<void> {
  ctx.services.sandboxClock.set(ctx.dealershipId, aheadMs);
  await Dealership.updateOne(
    { _id: ctx.dealershipId },
    { $set: { 'sandbox.ahead_ms': aheadMs, 'sandbox.moved_at': movedAt } },
  );
}

/**
 * Moves the clock of a sandbox forward, and stops at everything that falls due on the way, so that each thing happens at
 * its own time and in its order.
 * @throws Problem 422 in a real dealership
 */
export async function moveClock({ ctx, input }: MoveClock): Promise<SandboxRecord> {
  const { clock, sandboxClock } = ctx.services;
  const { sandbox } = await findSandbox(ctx);
  sandboxClock.set(ctx.dealershipId, sandbox.ahead_ms);
  const realNow = after(clock.now(), -sandbox.ahead_ms);
  let aheadMs = sandbox.ahead_ms;
  const finallyMs = aheadMs + input.advance_seconds * SECOND_MS;
  await settleSandbox(ctx);
  for (let stop = 0; stop < MAX_STOPS && aheadMs < finallyMs; stop += 1) {
    const now = clock.now();
    const until = after(now, Math.min(DAY_MS, finallyMs - aheadMs));
    const next = (await nextDue(now, until)) ?? until;
    aheadMs = Math.min(finallyMs, aheadMs + Math.max(1, next.getTime() - now.getTime()));
    await setAhead(ctx, aheadMs, realNow);
    await settleSandbox(ctx);
  }
  if (aheadMs < finallyMs) {
    await setAhead(ctx, finallyMs, realNow);
    await settleSandbox(ctx);
  }
  return findSandbox(ctx);
}
