import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { noteStaffRead } from '../chat/note-staff-read.ts';
import { findLead } from './find-lead.ts';
import { Lead } from './model.ts';

/**
 * Takes the unread mark off a lead. It is nobody's edit, so the version stays.
 * @throws Problem 404
 */
export async function markLeadRead({ ctx, input }: { ctx: TenantContext; input: { lead_id: string } }): Promise<void> {
  const lead = await findLead(ctx, input.lead_id);
  await noteStaffRead(ctx.services, lead._id);
  if (!lead.unread) return;
  await Lead.updateOne({ _id: lead._id }, { $set: { unread: false } });
  await recordEvents(ctx.services, ctx.dealershipId, lead.test, [
    { type: 'lead.updated', data: { lead_id: lead._id } },
  ]);
}
