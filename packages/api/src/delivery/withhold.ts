import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';
import { updateHeld } from './claim-message.ts';
import { settleDraft } from './end-draft.ts';
import { planAnswerAlert } from './plan-answer-alert.ts';
import { DELETED, reasonNotToSend } from './reasons-not-to-send.ts';
import { recipientOf } from './recipient-of.ts';
import { announce, type Sending } from './sending.ts';
import { waitUntil } from './wait-until.ts';
import { reasonNotToSendToCrm } from './write-crm-document.ts';

/** Calls the message off for good, and says why in the lead's history. */
export async function withhold(services: Services, sending: Sending, reason: string): Promise<void> {
  const { message, lead, dealership } = sending;
  // It may have waited for a person when a crash came: nothing is left in the queue for what does not go out.
  if (message.audience === 'customer') await settleDraft(services, message, dealership.assistant.name);
  // Before the message ends: after a crash in between it comes up again, and leads here once more.
  await callOffFollowUp(message, reason, services.clock.now());
  const cancelled = { state: 'cancelled', state_reason: reason, lease_until: null, dispatched_at: null } as const;
  if (!(await updateHeld(message, cancelled))) return;
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

/** Follows the plan of an alert that a customer answered; tells whether it is not to go out now. */
async function alertWithheld(services: Services, sending: Sending, lead: LeadRecord): Promise<boolean> {
  const plan = await planAnswerAlert(sending.message, lead, services.clock.now());
  if (plan.action === 'send') return false;
  if (plan.action === 'wait') await waitUntil(services, sending, plan.until, plan.reason);
  else await withhold(services, sending, plan.reason);
  return true;
}

/** Calls the message off, or puts it off, if there is a reason not to send it now; tells whether it did. */
export async function withheld(services: Services, sending: Sending): Promise<boolean> {
  const { message, lead, dealership } = sending;
  if (message.purpose === 'crm') {
    const unwanted = reasonNotToSendToCrm(dealership, lead);
    if (unwanted !== null) await withhold(services, sending, unwanted);
    return unwanted !== null;
  }
  if (lead && message.alert?.is_answer) return alertWithheld(services, sending, lead);
  if (message.audience === 'staff' || !lead) {
    // The words of a lead that was deleted are told to nobody any more.
    if (!lead?.deleted_at) return false;
    await withhold(services, sending, DELETED);
    return true;
  }
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
