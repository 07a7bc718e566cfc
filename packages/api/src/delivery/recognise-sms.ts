import mongoose from 'mongoose';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { asOperator } from '../tenancy/context.ts';
import { smsText } from './build-envelope.ts';
import { claimSmsId } from './claim-sms-id.ts';
import { SmsId } from './sms-id-model.ts';

/** Whether the provider is being called for another SMS to the same number: all dealerships share one account. */
async function isAnotherUnderWay({ _id, recipient }: MessageRecord): Promise<boolean> {
  const other = {
    _id: mongoose.trusted({ $ne: _id }),
    channel: 'sms' as const,
    recipient,
    state: 'sending' as const,
    // Always set while a message is being sent: the index of those is by it.
    lease_until: mongoose.trusted({ $gt: new Date(0) }),
    dispatched_at: mongoose.trusted({ $ne: null }),
  };
  return (await asOperator(() => Message.exists(other))) !== null;
}

/** Notes that one of the provider's messages is this one; `false` when it is another message of ours, of any dealership. */
async function takeId(services: Services, message: MessageRecord, id: string): Promise<boolean> {
  if (!(await claimSmsId(message, id, services.clock.now()))) return false;
  const taken = await Message.updateOne(
    { _id: message._id, state: 'unknown', fence: message.fence },
    { $set: { provider_id: id } },
  );
  if (taken.matchedCount === 0) throw new Error('another worker asks about this message by now');
  return true;
}

/** In the order to try them: one that a worker claimed for this message before it stopped is the one. */
async function claimedFirst({ _id }: MessageRecord, ids: readonly string[]): Promise<string[]> {
  const mine = await SmsId.findOne({ _id: mongoose.trusted({ $in: [...ids] }), message_id: _id }).lean();
  return mine ? [mine._id] : [...ids];
}

/**
 * Whether the provider has an SMS whose fate is unknown. SMS have no id of ours, so it is told by recipient and words, and
 * what is another message of ours already is not this one too: somebody who writes "Ok" twice means two.
 * @throws Error when that cannot be known now
 */
export async function recogniseSms(services: Services, message: MessageRecord, since: Date): Promise<boolean> {
  // Recognised before, and then the worker stopped.
  if (message.provider_id !== null) return true;
  const ids = await services.sms.findSent({ to: message.recipient ?? '', text: smsText(message), since });
  if (ids.length === 0) return false;
  // Asked after the provider: whatever it named was being sent before that, and has its id noted or is found here.
  if (await isAnotherUnderWay(message)) throw new Error('another SMS to this number is being sent');
  for (const id of await claimedFirst(message, ids)) if (await takeId(services, message, id)) return true;
  return false;
}
