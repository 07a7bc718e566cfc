import mongoose from 'mongoose';
import { oneAtATime } from '../database/one-at-a-time.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';

async function othersWith(message: MessageRecord, ids: readonly string[]): Promise<Set<string | null>> {
  const others = await Message.find(
    { provider_id: mongoose.trusted({ $in: [...ids] }), _id: mongoose.trusted({ $ne: message._id }) },
    { provider_id: 1 },
  ).lean();
  return new Set(others.map(({ provider_id: id }) => id));
}

async function recognise(services: Services, message: MessageRecord, since: Date): Promise<boolean> {
  const ids = await services.sms.findSent({ to: message.recipient ?? '', text: message.text ?? '', since });
  const taken = await othersWith(message, ids);
  const id = ids.find((candidate) => !taken.has(candidate));
  if (id === undefined) return false;
  await Message.updateOne({ _id: message._id }, { $set: { provider_id: id } });
  if (!(await othersWith(message, [id])).has(id)) return true;
  await Message.updateOne({ _id: message._id, provider_id: id }, { $set: { provider_id: null } });
  throw new Error('another process recognised the same message');
}

/**
 * Whether the provider has an SMS whose fate is unknown. SMS have no id of ours, so it is told by recipient and words, and
 * what is another message of ours already is not this one too: somebody who writes "Ok" twice means two.
 * @throws Error when that cannot be known now
 */
export function recogniseSms(services: Services, message: MessageRecord, since: Date): Promise<boolean> {
  return oneAtATime(`recognise ${message.recipient}`, () => recognise(services, message, since));
}
