import mongoose from 'mongoose';
import { recordEvents } from '../events/record-events.ts';
import { escalationId } from '../features/escalations/escalation-id.ts';
import { Escalation } from '../features/escalations/model.ts';
import type { LeadRecord } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { answersToo, OVERTAKEN } from './burst.ts';
import { callOffFollowUp } from './call-off-follow-up.ts';
import { haveSameReader } from './recipient-of.ts';

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

async function cancel({ _id }: MessageRecord, reason: string): Promise<MessageRecord | null> {
  return Message.findOneAndUpdate(
    { _id, state: 'draft' },
    { $set: { state: 'cancelled', state_reason: reason } },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
}

/**
 * Ends a draft that is not to go out, then the follow-up it was the words of and its entry in the queue; `null` when a
 * colleague let it out. Of one that has ended it does what a crash left undone: as long as that is so, its entry is open.
 */
export async function endDraft(
  services: Deps,
  draft: MessageRecord,
  why: { reason: string; by: string },
): Promise<MessageRecord | null> {
  const ended = draft.state === 'draft' ? await cancel(draft, why.reason) : draft;
  if (ended?.state !== 'cancelled') return null;
  await callOffFollowUp(ended, ended.state_reason ?? why.reason, services.clock.now());
  await settleDraft(services, ended, why.by);
  if (ended.lead_id !== null)
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
  isMeant?: (draft: MessageRecord) => boolean;
}

/** Drafts that have an entry in the queue still: they wait, or a crash came while they were ended. */
async function inQueue(leadId: string): Promise<string[]> {
  const waiting = { lead_id: leadId, reason: 'draft_waiting', state: 'open' } as const;
  const entries = await Escalation.find(waiting, { message_id: 1 }).lean();
  return entries.flatMap(({ message_id }) => message_id ?? []);
}

/** Ends the drafts of a lead that still wait. */
export async function callOffDrafts(services: Deps, leadId: string, why: CallOff): Promise<void> {
  const waiting = await Message.find({
    lead_id: leadId,
    $or: mongoose.trusted([
      { state: 'draft' },
      { _id: mongoose.trusted({ $in: await inQueue(leadId) }), state: 'cancelled' },
    ]),
    ...(why.purpose ? { purpose: why.purpose } : {}),
    ...(why.createdUntil ? { created_at: mongoose.trusted({ $lte: why.createdUntil }) } : {}),
  }).lean<MessageRecord[]>();
  for (const draft of waiting)
    if (why.isMeant?.(draft) ?? true)
      await endDraft(services, draft, { reason: why.reason, by: why.by ?? draft.sender_name ?? '' });
}

/**
 * Whether a newer message of ours makes an older draft needless: it goes to the same reader and answers the
 * same. A follow-up speaks to silence, which is over whoever is written to.
 */
export function isDraftOver(lead: LeadRecord, draft: MessageRecord, newer: MessageRecord): boolean {
  return draft.purpose === 'follow_up' || (haveSameReader(lead, draft, newer) && answersToo(newer, draft));
}

/** Ends the older drafts of a lead whose reader is written to by the assistant after all. */
export async function callOffOlderDrafts(services: Deps, lead: LeadRecord, newer: MessageRecord): Promise<void> {
  await callOffDrafts(services, lead._id, {
    reason: newer.purpose === 'reply' ? OVERTAKEN : 'The next follow-up goes out instead',
    createdUntil: newer.created_at,
    isMeant: (draft) => isDraftOver(lead, draft, newer),
  });
}
