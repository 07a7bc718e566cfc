import { callOffDrafts } from '../../delivery/end-draft.ts';
import { recordEvents } from '../../events/record-events.ts';
import type { Services } from '../../services.ts';
import { addHistory, type HistoryActor, SYSTEM } from '../leads/add-history.ts';
import { Message } from '../messages/model.ts';
import { FollowUp } from './model.ts';

/** Calls off every follow-up of a lead that has not gone out; tells how many there were. */
export async function cancelFollowUps(
  services: Pick<Services, 'clock' | 'live'>,
  lead: { id: string; dealershipId: string; test: boolean },
  reason: string,
  actor: HistoryActor = SYSTEM,
): Promise<number> {
  const cancelled = await FollowUp.updateMany(
    { lead_id: lead.id, state: 'scheduled' },
    { state: 'cancelled', state_reason: reason },
  );
  // Asked even where no step is left: a crash may have come between a step and the draft of its words.
  await callOffDrafts(services, lead.id, { reason, by: actor.name, purpose: 'follow_up' });
  if (cancelled.modifiedCount === 0) return 0;
  await Message.updateMany(
    { lead_id: lead.id, purpose: 'follow_up', state: 'pending' },
    { state: 'cancelled', state_reason: reason },
  );
  await addHistory({ leadId: lead.id, type: 'follow_ups_cancelled', actor, reason, occurredAt: services.clock.now() });
  await recordEvents(services, lead.dealershipId, lead.test, [
    { type: 'follow_up.updated', data: { lead_id: lead.id } },
  ]);
  return cancelled.modifiedCount;
}
