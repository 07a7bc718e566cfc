import { FollowUp } from '../features/follow-ups/model.ts';
import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { giveUpTime } from './after-sent.ts';
import { updateHeld } from './claim-message.ts';
import { reasonNotToSend } from './reasons-not-to-send.ts';
import { announce, recipientOf, type Sending } from './sending.ts';
import { reasonNotToSendToCrm } from './write-crm-document.ts';

/** Ends the follow-up that a message was the words of. */
export async function callOffFollowUp(
  message: MessageRecord,
  lead: LeadRecord,
  reason: string,
  now: Date,
): Promise<void> {
  const cancelled = await FollowUp.findOneAndUpdate(
    { lead_id: lead._id, step: message.step, state: 'scheduled' },
    { state: 'cancelled', state_reason: reason },
  ).lean();
  // A lead whose last step could not go out is given up like any other, and does not stay open for ever.
  if (cancelled?.last_step) await Lead.updateOne({ _id: lead._id }, { $set: { give_up_at: giveUpTime(now) } });
}

/** Calls the message off for good, and says why in the lead's history. */
export async function withhold(services: Services, sending: Sending, reason: string): Promise<void> {
  const { message, lead } = sending;
  const cancelled = { state: 'cancelled', state_reason: reason, lease_until: null, dispatched_at: null } as const;
  if (!(await updateHeld(message, cancelled))) return;
  if (lead && message.purpose === 'follow_up') await callOffFollowUp(message, lead, reason, services.clock.now());
  if (lead && message.audience === 'customer') {
    await addHistory({
      id: siblingId(message._id, 'hist'),
      leadId: lead._id,
      type: 'message_withheld',
      actor: SYSTEM,
      to: message.channel,
      reason,
      occurredAt: services.clock.now(),
    });
  }
  await announce(services, sending);
}

/** Calls the message off if there is a reason not to send it now; tells whether it did. */
export async function withheld(services: Services, sending: Sending): Promise<boolean> {
  const { message, lead, dealership } = sending;
  if (message.purpose === 'crm') {
    const unwanted = reasonNotToSendToCrm(dealership, lead);
    if (unwanted !== null) await withhold(services, sending, unwanted);
    return unwanted !== null;
  }
  if (message.audience === 'staff' || !lead) return false;
  const reason = await reasonNotToSend({
    message,
    lead,
    dealership,
    recipient: recipientOf(sending),
    now: services.clock.now(),
  });
  if (reason === null) return false;
  await withhold(services, sending, reason);
  return true;
}
