import { callOffDrafts } from '../../delivery/end-draft.ts';
import type { Services } from '../../services.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { addHistory, type HistoryActor } from './add-history.ts';
import { clearUnread } from './clear-unread.ts';
import { Lead, type LeadRecord } from './model.ts';

/**
 * A person has written to the customer: from here on the assistant is silent, and nothing more is planned. What they have
 * answered is read, unless they have not seen all that the customer said (`answers` is false).
 */
export async function takeOver(
  services: Services,
  lead: LeadRecord,
  actor: HistoryActor,
  { answers = true }: { answers?: boolean } = {},
): Promise<void> {
  if (answers) await clearUnread(lead);
  const taken = await Lead.updateOne(
    { _id: lead._id, handled_by: 'assistant' },
    { $set: { handled_by: 'human', give_up_at: null }, $inc: { version: 1 } },
  );
  if (taken.modifiedCount === 1) {
    await addHistory({
      leadId: lead._id,
      type: 'handled_by_changed',
      actor,
      from: 'assistant',
      to: 'human',
      reason: 'Wrote to the customer',
      occurredAt: services.clock.now(),
    });
  }
  await cancelFollowUps(
    services,
    { id: lead._id, dealershipId: lead.dealership_id, test: lead.test },
    'A person answers this customer',
    actor,
  );
  await callOffDrafts(services, lead._id, { reason: 'A person has written meanwhile', by: actor.name });
}
