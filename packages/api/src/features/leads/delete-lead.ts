import { callOffDrafts } from '../../delivery/end-draft.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { loosenAttachments } from '../attachments/keep-attachments.ts';
import { Escalation } from '../escalations/model.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { addHistory, historyActor } from './add-history.ts';
import { findLead } from './find-lead.ts';
import { Lead } from './model.ts';

/**
 * Takes a lead out of every list, and what was escalated of it with it; nothing more is sent to it, its drafts included.
 * It can be restored.
 * @throws Problem 404
 */
export async function deleteLead({ ctx, input }: { ctx: TenantContext; input: { lead_id: string } }): Promise<void> {
  const lead = await findLead(ctx, input.lead_id);
  const { services } = ctx;
  const now = services.clock.now();
  const deleted = await Lead.updateOne(
    { _id: lead._id, deleted_at: null },
    { $set: { deleted_at: now, updated_at: now }, $inc: { version: 1 } },
  );
  if (deleted.modifiedCount === 0) return;
  const actor = historyActor(ctx.actor);
  await addHistory({ leadId: lead._id, type: 'deleted', actor, occurredAt: now });
  await loosenAttachments(lead._id, now);
  const reason = 'The lead was deleted';
  await callOffDrafts(services, lead._id, { reason, by: ctx.actor.name });
  await Escalation.updateMany({ lead_id: lead._id }, { $set: { lead_deleted: true } });
  await cancelFollowUps(services, { id: lead._id, dealershipId: ctx.dealershipId, test: lead.test }, reason, actor);
  await recordEvents(services, ctx.dealershipId, lead.test, [{ type: 'lead.deleted', data: { lead_id: lead._id } }]);
}
