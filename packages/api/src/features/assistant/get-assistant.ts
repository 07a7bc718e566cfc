import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Dealership, type DealershipRecord } from '../dealership/model.ts';

/** Reads how the assistant is set, as it is stored, not from the cache. */
export async function getAssistant({ ctx }: { ctx: TenantContext }): Promise<DealershipRecord> {
  const dealership = await Dealership.findById(ctx.dealershipId).lean<DealershipRecord>();
  if (!dealership) throw notFound();
  return dealership;
}
