import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { noteStaffRead } from '../chat/note-staff-read.ts';
import { clearUnread } from './clear-unread.ts';
import { findLead } from './find-lead.ts';

/**
 * Takes the unread mark off a lead. It is nobody's edit, so the version stays.
 * @throws Problem 404
 */
export async function markLeadRead({ ctx, input }: { ctx: TenantContext; input: { lead_id: string } }): Promise<void> {
  const lead = await findLead(ctx, input.lead_id);
  await noteStaffRead(ctx.services, lead._id);
  if (!(await clearUnread(lead))) return;
  await recordEvents(ctx.services, ctx.dealershipId, lead.test, [
    { type: 'lead.updated', data: { lead_id: lead._id } },
  ]);
}
