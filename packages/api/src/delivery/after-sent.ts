import { receiptReason } from '../answering/replies/reply-context.ts';
import { followUpTimes } from '../automation/follow-up-times.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { recordEvents } from '../events/record-events.ts';
import type { DealershipRecord } from '../features/dealership/model.ts';
import { FollowUp } from '../features/follow-ups/model.ts';
import { addHistory, type HistoryActor, type HistoryInput } from '../features/leads/add-history.ts';
import { Lead, type LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { previewOf } from '../intake/write-lead.ts';
import { derivedId, newId, siblingId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { giveUpTime } from './call-off-follow-up.ts';
import { callOffOlderDrafts } from './end-draft.ts';

async function scheduleFollowUps(
  services: Services,
  lead: LeadRecord,
  dealership: DealershipRecord,
  actor: HistoryActor,
  sentAt: Date,
): Promise<void> {
  const times = followUpTimes(sentAt, dealership.assistant.follow_up_days, dealership.time_zone);
  if (times.length === 0) return;
  const records = times.map((dueAt, index) => ({
    _id: newId('fup', sentAt),
    lead_id: lead._id,
    step: index + 1,
    last_step: index === times.length - 1,
    state: 'scheduled' as const,
    state_reason: null,
    due_at: dueAt,
    message_id: null,
  }));
  await addHistory({
    id: derivedId('hist', `follow-ups scheduled ${lead._id}`),
    leadId: lead._id,
    type: 'follow_ups_scheduled',
    actor,
    occurredAt: sentAt,
  });
  try {
    await FollowUp.insertMany(records, { ordered: false, lean: true });
  } catch (error) {
    // The unique index on lead and step: they were scheduled before, and stay as they are.
    if (isDuplicateKey(error)) return;
    throw error;
  }
  await recordEvents(services, dealership._id, lead.test, [{ type: 'follow_up.updated', data: { lead_id: lead._id } }]);
}

async function updateLead(message: MessageRecord, lead: LeadRecord, sentAt: Date): Promise<void> {
  // The clocks of two machines may differ a little.
  const seconds = Math.max(0, Math.round((sentAt.getTime() - lead.created_at.getTime()) / 100) / 10);
  // What was written on a telephone may be told of late: it does not move a lead back.
  const isNewest = sentAt >= lead.last_activity_at;
  await Lead.updateOne(
    { _id: lead._id },
    {
      $max: { last_contact_at: sentAt, last_activity_at: sentAt, updated_at: sentAt },
      $set: {
        ...(isNewest ? { preview: previewOf(message.text ?? '') } : {}),
        ...(lead.subject === null && message.channel === 'email' ? { subject: message.subject } : {}),
      },
      $inc: { version: 1 },
    },
  );
  // Each of these is set once, by whoever is first, whatever else changed the lead meanwhile.
  // What was written on a telephone before the enquiry came is no answer to it.
  if (message.created_at >= lead.created_at)
    await Lead.updateOne(
      { _id: lead._id, first_response_at: null },
      { $set: { first_response_at: sentAt, first_response_seconds: seconds } },
    );
  await Lead.updateOne({ _id: lead._id, status: 'new' }, { $set: { status: 'contacted', status_reason: null } });
}

async function afterFollowUp(message: MessageRecord, lead: LeadRecord, sentAt: Date): Promise<void> {
  const step = await FollowUp.findOneAndUpdate(
    { lead_id: lead._id, step: message.step },
    { state: 'sent', state_reason: null, message_id: message._id },
    { returnDocument: 'after' },
  ).lean();
  if (step?.last_step) await Lead.updateOne({ _id: lead._id }, { $set: { give_up_at: giveUpTime(sentAt) } });
}

/** What a person has to take from here is answered once, with a receipt: after it the assistant is silent. */
async function handOver(message: MessageRecord, lead: LeadRecord, reason: string, sentAt: Date): Promise<void> {
  if (lead.handled_by === 'human') return;
  await addHistory({
    id: derivedId('hist', `handed over ${message._id}`),
    leadId: lead._id,
    type: 'handled_by_changed',
    actor: { type: 'assistant', name: message.sender_name },
    from: 'assistant',
    to: 'human',
    reason,
    occurredAt: sentAt,
  });
  await Lead.updateOne(
    { _id: lead._id, handled_by: 'assistant' },
    { $set: { handled_by: 'human', unread: true }, $inc: { version: 1 } },
  );
}

/** Ids that follow from the message, and written before what they tell of: no crash leaves a change without its entry. */
function historyOf(message: MessageRecord, lead: LeadRecord, actor: HistoryActor, sentAt: Date): HistoryInput[] {
  const sent: HistoryInput = {
    id: siblingId(message._id, 'hist'),
    leadId: lead._id,
    type: message.purpose === 'follow_up' ? 'follow_up_sent' : 'message_sent',
    actor,
    to: message.channel,
    occurredAt: sentAt,
  };
  if (lead.status !== 'new') return [sent];
  const id = derivedId('hist', `contacted ${lead._id}`);
  return [sent, { ...sent, id, type: 'status_changed', from: 'new', to: 'contacted' }];
}

/**
 * Everything that follows from a message to a customer having gone out. It runs before the message is marked sent, and
 * can be run again: a crash in between ends in a reconciliation that comes through here once more.
 */
export async function afterSent(
  services: Services,
  message: MessageRecord,
  lead: LeadRecord,
  dealership: DealershipRecord,
  sentAt: Date,
): Promise<void> {
  const actor: HistoryActor = {
    type: message.sender_type === 'human' ? 'user' : 'assistant',
    name: message.sender_name,
  };
  await addHistory(...historyOf(message, lead, actor, sentAt));
  await updateLead(message, lead, sentAt);
  if (message.purpose === 'reply' || message.purpose === 'follow_up') await callOffOlderDrafts(services, lead, message);
  if (message.purpose === 'follow_up') await afterFollowUp(message, lead, sentAt);
  if (message.purpose !== 'reply') return;
  const handOverReason = receiptReason(lead.escalations);
  if (handOverReason === null) await scheduleFollowUps(services, lead, dealership, actor, sentAt);
  else await handOver(message, lead, handOverReason, sentAt);
}
