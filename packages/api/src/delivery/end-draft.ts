import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { escalationId } from '../features/escalations/escalation-id.ts';
import { Escalation } from '../features/escalations/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { OVERTAKEN } from './burst.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';

type Deps = Pick<Services, 'clock' | 'live'>;

/** What made the entry in the queue of escalations for a draft. */
export function causeOfDraft(messageId: string): string {
  return `draft ${messageId}`;
}

/** Takes a draft out of the queue: it was let out, thrown away, or overtaken. */
export async function settleDraft(
  services: Deps,
  draft: Pick<MessageRecord, '_id' | 'dealership_id' | 'lead_id' | 'test'>,
  by: string,
): Promise<void> {
  const at = services.clock.now();
  const _id = escalationId(draft.dealership_id, causeOfDraft(draft._id));
  const settled = await Escalation.updateOne(
    { _id, state: 'open' },
    { $set: { state: 'resolved', resolution: { note: null, by, at }, updated_at: at } },
  );
  if (settled.modifiedCount === 0) return;
  await recordEvents(services, draft.dealership_id, draft.test, [
    { type: 'escalation.updated', data: { escalation_id: _id, ...(draft.lead_id ? { lead_id: draft.lead_id } : {}) } },
  ]);
}

/**
 * Ends a draft that is not to go out, with its entry in the queue and the follow-up it was the words of; `null` when it
 * is no draft any more. The draft itself is ended last, so that a run after a crash finds it and does the rest.
 */
export async function endDraft(
  services: Deps,
  draft: MessageRecord,
  why: { reason: string; by: string },
): Promise<MessageRecord | null> {
  if (draft.state !== 'draft') return null;
  await settleDraft(services, draft, why.by);
  await callOffFollowUp(draft, why.reason, services.clock.now());
  const ended = await Message.findOneAndUpdate(
    { _id: draft._id, state: 'draft' },
    { $set: { state: 'cancelled', state_reason: why.reason } },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (ended && ended.lead_id !== null)
    await recordEvents(services, ended.dealership_id, ended.test, [
      { type: 'message.updated', data: { lead_id: ended.lead_id, message_id: ended._id } },
    ]);
  return ended;
}

/** Which drafts of a lead are over, why, and through whom; the assistant itself where no person is named. */
interface CallOff {
  reason: string;
  by?: string | null;
  purpose?: MessageRecord['purpose'];
  /** Only those up to here: a newer one answers something newer. */
  createdUntil?: Date;
}

/** Ends the drafts of a lead that still wait. */
export async function callOffDrafts(services: Deps, leadId: string, why: CallOff): Promise<void> {
  const waiting = await Message.find({
    lead_id: leadId,
    state: 'draft',
    ...(why.purpose ? { purpose: why.purpose } : {}),
    ...(why.createdUntil ? { created_at: mongoose.trusted({ $lte: why.createdUntil }) } : {}),
  }).lean<MessageRecord[]>();
  for (const draft of waiting)
    await endDraft(services, draft, { reason: why.reason, by: why.by ?? draft.sender_name ?? '' });
}

/** Ends the older drafts of a lead whose customer is written to by the assistant after all. */
export async function callOffOlderDrafts(services: Deps, leadId: string, newer: MessageRecord): Promise<void> {
  const reason = newer.purpose === 'reply' ? OVERTAKEN : 'The next follow-up goes out instead';
  await callOffDrafts(services, leadId, { reason, createdUntil: newer.created_at });
}
