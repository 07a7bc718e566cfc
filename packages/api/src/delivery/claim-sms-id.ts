import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after, DAY_MS } from '../lib/clock.ts';
import { SmsId } from './sms-id-model.ts';

/** Longer than anybody looks for an SMS whose fate is unknown. */
const REMEMBERED_MS = 30 * DAY_MS;

/** Makes one of the provider's SMS a message of ours, again if need be; `false` when it is another, of any dealership. */
export async function claimSmsId({ _id }: MessageRecord, id: string, now: Date): Promise<boolean> {
  try {
    await SmsId.create({ _id: id, message_id: _id, expires_at: after(now, REMEMBERED_MS) });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await SmsId.exists({ _id: id, message_id: _id })) !== null;
  }
}
