import { monthOf } from '../../delivery/token-budget.ts';
import { Usage } from '../../delivery/usage-model.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership, type DealershipRecord } from './model.ts';
import type { DealershipOverview } from './present.ts';

interface GetDealership {
  ctx: TenantContext;
}

/** Reads the dealership of the caller as it is stored, not from the cache: who has just changed it reads it back. */
export async function getDealership({ ctx }: GetDealership): Promise<DealershipOverview> {
  const month = monthOf(ctx.services.clock.now());
  const [dealership, usage] = await Promise.all([
    Dealership.findById(ctx.dealershipId).lean<DealershipRecord>(),
    Usage.findOne({ month }).lean(),
  ]);
  if (!dealership) throw notFound();
  return { dealership, tokensUsed: usage?.tokens ?? 0 };
}
