import { callOffDrafts } from '../../delivery/end-draft.ts';
import { recordEvents } from '../../events/record-events.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { loosenAttachments } from '../attachments/keep-attachments.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { addHistory, historyActor } from './add-history.ts';
import { findLead } from './find-lead.ts';
import { followDeletion } from './follow-deletion.ts';
import { Lead, type LeadRecord } from './model.ts';

/** All that follows from a deletion; what was done of it before is left as it is. */
async function finishDeletion(ctx: TenantContext, lead: LeadRecord, deletedAt: Date): Promise<void> {
  const { services } = ctx;
  await followDeletion(lead._id);
  const actor = historyActor(ctx.actor);
  const id = derivedId('hist', `deleted ${lead._id} ${deletedAt.getTime()}`);
  await addHistory({ id, leadId: lead._id, type: 'deleted', actor, occurredAt: deletedAt });
  const reason = 'The lead was deleted';
  await callOffDrafts(services, lead._id, { reason, by: ctx.actor.name });
  await cancelFollowUps(services, { id: lead._id, dealershipId: ctx.dealershipId, test: lead.test }, reason, actor);
  await recordEvents(services, ctx.dealershipId, lead.test, [{ type: 'lead.deleted', data: { lead_id: lead._id } }]);
}

/**
 * Takes a lead out of every list, and what was escalated of it with it; nothing more is sent to it, its drafts included.
 * It can be restored. Asked for again, it does what a crash left undone the first time.
 * @throws Problem 404, also for one that is deleted already
 */
export async function deleteLead({ ctx, input }: { ctx: TenantContext; input: { lead_id: string } }): Promise<void> {
  const found = await findLead(ctx, input.lead_id, { deleted: true });
  const now = ctx.services.clock.now();
  if (found.deleted_at === null) {
    // Before the lead is gone: after a crash in between, its files would stay for good. Those of one that is there do.
    await loosenAttachments(found._id, now);
    await Lead.updateOne(
      { _id: found._id, deleted_at: null },
      { $set: { deleted_at: now, updated_at: now }, $inc: { version: 1 } },
    );
  }
  const lead = await findLead(ctx, input.lead_id, { deleted: true });
  // Somebody has restored it by now.
  if (lead.deleted_at === null) return;
  await finishDeletion(ctx, lead, lead.deleted_at);
  if (found.deleted_at !== null) throw notFound();
}
