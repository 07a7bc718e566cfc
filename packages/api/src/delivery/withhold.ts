import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';
import { updateHeld } from './claim-message.ts';
import { settleDraft } from './end-draft.ts';
import { reasonNotToSend } from './reasons-not-to-send.ts';
import { announce, recipientOf, type Sending } from './sending.ts';
import { reasonNotToSendToCrm } from './write-crm-document.ts';

/** Calls the message off for good, and says why in the lead's history. */
export async function withhold(services: Services, sending: Sending, reason: string): Promise<void> {
  const { message, lead, dealership } = sending;
  // It may have waited for a person when a crash came: nothing is left in the queue for what does not go out.
  if (message.audience === 'customer') await settleDraft(services, message, dealership.assistant.name);
  const cancelled = { state: 'cancelled', state_reason: reason, lease_until: null, dispatched_at: null } as const;
  if (!(await updateHeld(message, cancelled))) return;
  await callOffFollowUp(message, reason, services.clock.now());
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
