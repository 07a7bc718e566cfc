import mongoose from 'mongoose';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { PROCESS_ID } from '../intake/process-id.ts';
import { after, SECOND_MS } from '../lib/clock.ts';
import { asOperator } from '../tenancy/context.ts';

/** How long a worker that died keeps a message from the others; one that lives renews it in time. */
export const SEND_LEASE_MS = 30 * SECOND_MS;

/** Takes the next message that is due, in any dealership or in the one given; `null` when there is none. */
export async function claimMessage(now: Date, dealershipId?: string): Promise<MessageRecord | null> {
  return asOperator(() =>
    Message.findOneAndUpdate(
      {
        state: 'pending',
        due_at: mongoose.trusted({ $lte: now }),
        ...(dealershipId === undefined ? {} : { dealership_id: dealershipId }),
      },
      {
        $set: { state: 'sending', owner: PROCESS_ID, lease_until: after(now, SEND_LEASE_MS) },
        $inc: { fence: 1, attempts: 1 },
      },
      { sort: { due_at: 1 }, returnDocument: 'after' },
    ).lean<MessageRecord>(),
  );
}

/**
 * Changes a message if this worker still holds it: same fence, still being sent.
 * Tells `false` when another worker took it over, which then is the only one to go on.
 */
export async function updateHeld(message: MessageRecord, update: Partial<MessageRecord>): Promise<boolean> {
  const result = await Message.updateOne(
    { _id: message._id, state: 'sending', fence: message.fence },
    { $set: update },
  );
  return result.matchedCount === 1;
}
