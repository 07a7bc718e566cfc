import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { Lead } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { after } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { SEND_LEASE_MS } from './claim-message.ts';

const TRIES = 20;
const BETWEEN_TRIES_MS = 100;

async function tryToTake(leadId: string, messageId: string, now: Date): Promise<boolean> {
  const taken = await Lead.updateOne(
    {
      _id: leadId,
      $or: mongoose.trusted([
        { send_lease: null },
        { 'send_lease.message_id': messageId },
        { 'send_lease.until': mongoose.trusted({ $lte: now }) },
      ]),
    },
    { $set: { send_lease: { message_id: messageId, until: after(now, SEND_LEASE_MS) } } },
  );
  return taken.matchedCount === 1;
}

/**
 * Takes the one send lease of a lead: replies, follow-ups and reminders of the assistant go out one after the other, so
 * that each is checked against what the one before it did. Waits up to two seconds; a lease runs out by itself.
 */
export async function takeSendLease(
  services: Pick<Services, 'clock'>,
  leadId: string,
  message: MessageRecord,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    if (await tryToTake(leadId, message._id, services.clock.now())) return true;
    if (tries === TRIES) return false;
    await sleep(BETWEEN_TRIES_MS);
  }
}

/** Gives the lease back, if it is still this message's. */
export async function giveBackSendLease(leadId: string, message: MessageRecord): Promise<void> {
  await Lead.updateOne({ _id: leadId, 'send_lease.message_id': message._id }, { $set: { send_lease: null } });
}
