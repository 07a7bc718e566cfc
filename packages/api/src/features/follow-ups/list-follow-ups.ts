import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { FollowUp, type FollowUpRecord } from './model.ts';

/**
 * Lists the follow-ups of a lead, earliest first.
 * @throws Problem 404
 */
export async function listFollowUps({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: PageRequest & { lead_id: string };
}): Promise<Page<FollowUpRecord>> {
  const lead = await findLead(ctx, input.lead_id);
  return findPage(FollowUp, {
    filter: { lead_id: lead._id },
    orderBy: 'due_at',
    direction: 'oldest_first',
    request: input,
  });
}
