import mongoose from 'mongoose';
import { FollowUp } from '../features/follow-ups/model.ts';
import { Lead } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';

/** A lead is given up this long after its last follow-up. */
const GIVE_UP_MS = 3 * DAY_MS;

/** When a lead is given up if nothing more is heard after its last follow-up. */
export function giveUpTime(lastStepAt: Date): Date {
  return after(lastStepAt, GIVE_UP_MS);
}

/** Ends the follow-up that a message was the words of; run again after a crash, it does the rest. */
export async function callOffFollowUp(
  { purpose, lead_id, step, created_at }: Pick<MessageRecord, 'purpose' | 'lead_id' | 'step' | 'created_at'>,
  reason: string,
  now: Date,
): Promise<void> {
  if (purpose !== 'follow_up') return;
  const followUp = await FollowUp.findOne({ lead_id, step, state: 'scheduled' }).lean();
  if (!followUp) return;
  // A lead whose last step could not go out is given up like any other, and does not stay open for ever; one whose
  // customer has been heard since is not.
  if (followUp.last_step)
    await Lead.updateOne(
      { _id: lead_id, last_activity_at: mongoose.trusted({ $lte: created_at }) },
      { $set: { give_up_at: giveUpTime(now) } },
    );
  await FollowUp.updateOne({ _id: followUp._id, state: 'scheduled' }, { state: 'cancelled', state_reason: reason });
}
