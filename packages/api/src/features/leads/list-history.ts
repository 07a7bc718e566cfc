import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from './find-lead.ts';
import { type HistoryRecord, LeadHistory } from './history-model.ts';

/**
 * Lists what happened to a lead, newest first.
 * @throws Problem 404
 */
export async function listHistory({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: PageRequest & { lead_id: string };
}): Promise<Page<HistoryRecord>> {
  const lead = await findLead(ctx, input.lead_id);
  return findPage(LeadHistory, {
    filter: { lead_id: lead._id },
    orderBy: 'occurred_at',
    direction: 'newest_first',
    request: input,
  });
}
