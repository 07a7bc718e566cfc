import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Lead, type LeadRecord } from './model.ts';

/** Keys see the leads of their own mode, people see both. */
export function visibleTo(ctx: TenantContext): { test?: boolean } {
  return ctx.actor.type === 'api_key' ? { test: ctx.test } : {};
}

/**
 * Reads a lead the caller may see.
 * @throws Problem 404, also for a deleted one unless `deleted` allows it
 */
export async function findLead(
  ctx: TenantContext,
  leadId: string,
  options: { deleted?: boolean } = {},
): Promise<LeadRecord> {
  const lead = await Lead.findOne({ _id: leadId, ...visibleTo(ctx) }).lean<LeadRecord>();
  if (!lead || (lead.deleted_at && !options.deleted)) throw notFound();
  return lead;
}
