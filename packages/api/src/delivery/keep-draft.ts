import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { Escalation } from '../features/escalations/model.ts';
import { raiseEscalation } from '../features/escalations/raise-escalation.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { updateHeld } from './claim-message.ts';

const NEWER = 'A newer question is answered instead';

/** What made the entry in the queue of escalations for a draft. */
function causeOf(messageId: string): string {
  return `draft ${messageId}`;
}

/** Takes the draft out of the queue: it was sent, thrown away, or overtaken. */
export async function settleDraft(
  services: Services,
  dealershipId: string,
  message: Pick<MessageRecord, '_id' | 'lead_id' | 'test'>,
  by: string,
): Promise<void> {
  const at = services.clock.now();
  const _id = derivedId('esc', `${dealershipId} ${causeOf(message._id)}`);
  const settled = await Escalation.updateOne(
    { _id, state: 'open' },
    { $set: { state: 'resolved', resolution: { note: null, by, at }, updated_at: at } },
  );
  if (settled.modifiedCount === 0) return;
  await recordEvents(services, dealershipId, message.test, [
    {
      type: 'escalation.updated',
      data: { escalation_id: _id, ...(message.lead_id ? { lead_id: message.lead_id } : {}) },
    },
  ]);
}

/** Calls off the drafts of a lead that still wait, all but one. */
export async function callOffDrafts(
  services: Services,
  dealershipId: string,
  leadId: string,
  why: { reason: string; by: string; except?: string },
): Promise<void> {
  const waiting = await Message.find({
    lead_id: leadId,
    state: 'draft',
    _id: mongoose.trusted({ $ne: why.except ?? '' }),
  }).lean<MessageRecord[]>();
  for (const draft of waiting) {
    const called = await Message.updateOne(
      { _id: draft._id, state: 'draft' },
      { $set: { state: 'cancelled', state_reason: why.reason } },
    );
    if (called.modifiedCount === 0) continue;
    await settleDraft(services, dealershipId, draft, why.by);
    await recordEvents(services, dealershipId, draft.test, [
      { type: 'message.updated', data: { lead_id: leadId, message_id: draft._id } },
    ]);
  }
}

/** Keeps what the assistant wrote until a person lets it out, and puts it into the queue of what waits for one. */
export async function keepDraft(
  services: Services,
  { message, lead, dealership }: { message: MessageRecord; lead: LeadRecord; dealership: DealershipRecord },
  words: Partial<MessageRecord>,
  reason: string,
): Promise<void> {
  // In the queue first: a crash in between writes the draft once more, and finds the entry.
  await raiseEscalation(services, dealership, {
    cause: causeOf(message._id),
    reasons: ['draft_waiting'],
    lead,
    messageId: message._id,
    excerpt: words.text ?? '',
    detail: reason,
    // Of a new lead the rep has heard just now.
    repIsTold: message.send_key === `reply:${lead._id}` && lead.assigned_to !== null,
  });
  await callOffDrafts(services, dealership._id, lead._id, {
    reason: NEWER,
    by: dealership.assistant.name,
    except: message._id,
  });
  await updateHeld(message, { ...words, state: 'draft', state_reason: reason, lease_until: null });
}
