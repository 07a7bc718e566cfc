import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { tightenAttachments } from '../attachments/keep-attachments.ts';
import { Escalation } from '../escalations/model.ts';
import { addHistory, historyActor } from './add-history.ts';
import { findLead } from './find-lead.ts';
import { Lead, type LeadRecord } from './model.ts';

/**
 * Brings a deleted lead back as it was, but for what was about to be sent; one that is not deleted stays as it is.
 * @throws Problem 404
 */
export async function restoreLead({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { lead_id: string };
}): Promise<LeadRecord> {
  const lead = await findLead(ctx, input.lead_id, { deleted: true });
  if (lead.deleted_at === null) return lead;
  const { services } = ctx;
  const now = services.clock.now();
  const restored = await Lead.findOneAndUpdate(
    { _id: lead._id },
    { $set: { deleted_at: null, updated_at: now }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  ).lean<LeadRecord>();
  await tightenAttachments(lead._id);
  await Escalation.updateMany({ lead_id: lead._id }, { $unset: { lead_deleted: 1 } });
  await addHistory({ leadId: lead._id, type: 'restored', actor: historyActor(ctx.actor), occurredAt: now });
  await recordEvents(services, ctx.dealershipId, lead.test, [{ type: 'lead.updated', data: { lead_id: lead._id } }]);
  return restored ?? lead;
}
