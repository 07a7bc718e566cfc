import type { Clock } from '../../lib/clock.ts';
import { tenantInScope } from '../../tenancy/context.ts';
import { Dealership } from '../dealership/model.ts';
import { isSandbox } from './sandbox-id.ts';

/** The clock of a deployment, which runs ahead for whatever is done in a sandbox whose clock was moved. */
export class SandboxClock implements Clock {
  /** The clock of everything that is no sandbox. */
  readonly real: Clock;
  readonly #aheadMs = new Map<string, number>();

  constructor(base: Clock) {
    this.real = base;
  }

  now(): Date {
    const now = this.real.now();
    const tenant = tenantInScope();
    const aheadMs = tenant !== null && isSandbox(tenant) ? (this.#aheadMs.get(tenant) ?? 0) : 0;
    return aheadMs === 0 ? now : new Date(now.getTime() + aheadMs);
  }

  get speed(): number {
    return this.real.speed ?? 1;
  }

  /** Reads how far ahead a sandbox is, which another process may have changed; other dealerships cost nothing. */
  async load(dealershipId: string): Promise<void> {
    if (!isSandbox(dealershipId)) return;
    const record = await Dealership.findById(dealershipId, { sandbox: 1 }).lean();
    this.set(dealershipId, record?.sandbox?.ahead_ms ?? 0);
  }

  /** Notes how far ahead a sandbox is, in this process. */
  set(dealershipId: string, aheadMs: number): void {
    this.#aheadMs.set(dealershipId, aheadMs);
  }
}
