import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { tellOfUntold } from '../escalations/tell-of-untold.ts';
import { addHistory, historyActor } from './add-history.ts';
import { findLead } from './find-lead.ts';
import { countEscalations, followDeletion } from './follow-deletion.ts';
import { Lead, type LeadRecord } from './model.ts';

async function bringBack(ctx: TenantContext, lead: LeadRecord, deletedAt: Date): Promise<void> {
  const { services } = ctx;
  const now = services.clock.now();
  const id = derivedId('hist', `restored ${lead._id} ${deletedAt.getTime()}`);
  await addHistory({ id, leadId: lead._id, type: 'restored', actor: historyActor(ctx.actor), occurredAt: now });
  // Before the lead itself is back: a crash in between leaves no complaint of a live lead out of the queue.
  await countEscalations(lead._id);
  await Lead.updateOne(
    { _id: lead._id, deleted_at: deletedAt },
    { $set: { deleted_at: null, updated_at: now }, $inc: { version: 1 } },
  );
  await followDeletion(lead._id);
  await recordEvents(services, ctx.dealershipId, lead.test, [{ type: 'lead.updated', data: { lead_id: lead._id } }]);
}

/**
 * Brings a deleted lead back as it was, but for what was about to be sent, and tells of what was escalated meanwhile; one
 * that is not deleted stays as it is. Asked for again, it tells what a crash left untold the first time.
 * @throws Problem 404
 */
export async function restoreLead({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { lead_id: string };
}): Promise<LeadRecord> {
  const found = await findLead(ctx, input.lead_id, { deleted: true });
  if (found.deleted_at !== null) await bringBack(ctx, found, found.deleted_at);
  const lead = await findLead(ctx, found._id, { deleted: true });
  // Somebody has deleted it again by now.
  if (lead.deleted_at === null) await tellOfUntold(ctx.services, lead);
  return lead;
}
