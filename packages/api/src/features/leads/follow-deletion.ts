import { loosenAttachments, tightenAttachments } from '../attachments/keep-attachments.ts';
import { Escalation } from '../escalations/model.ts';
import { Lead } from './model.ts';

/** Lists and counts what was escalated of a lead again; its words are read only once the lead itself is back. */
export async function countEscalations(leadId: string): Promise<void> {
  await Escalation.updateMany({ lead_id: leadId }, { $unset: { lead_deleted: 1 } });
}

async function stayWithLead(leadId: string): Promise<void> {
  await countEscalations(leadId);
  await tightenAttachments(leadId);
}

async function goWithLead(leadId: string, deletedAt: Date): Promise<void> {
  await Escalation.updateMany({ lead_id: leadId }, { $set: { lead_deleted: true } });
  await loosenAttachments(leadId, deletedAt);
}

async function deletedAt(leadId: string): Promise<Date | null> {
  const lead = await Lead.findOne({ _id: leadId }, { deleted_at: 1 }).lean();
  return lead?.deleted_at ?? null;
}

/**
 * Makes the files and escalations of a lead follow whether it is deleted, as it is in the end: who deletes and who
 * restores it at the same time each look again after what they wrote. Safe to run again.
 */
export async function followDeletion(leadId: string): Promise<void> {
  let at = await deletedAt(leadId);
  for (;;) {
    if (at === null) await stayWithLead(leadId);
    else await goWithLead(leadId, at);
    const now = await deletedAt(leadId);
    if (now?.getTime() === at?.getTime()) return;
    at = now;
  }
}
