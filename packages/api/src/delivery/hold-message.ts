import { Lead } from '../features/leads/model.ts';
import { Message, type MessageRecord } from '../features/messages/model.ts';
import { after, wallMs } from '../lib/clock.ts';
import type { Services } from '../services.ts';
import { SEND_LEASE_MS } from './claim-message.ts';

const RENEWALS_PER_LEASE = 3;

/** What a worker knows about its own hold on a message. */
export interface Hold {
  /** Whether nobody else can have taken the message over; a process that stood still for long does not know. */
  isCertain(): boolean;
}

/**
 * Keeps a message, and the send lease of its lead, while it is being worked on. The lease is short, so that a crash is
 * noticed soon; it is renewed, so that a slow model or provider does not lose it.
 */
export async function holdMessage(
  services: Pick<Services, 'clock'>,
  message: MessageRecord,
  work: (hold: Hold) => Promise<void>,
): Promise<void> {
  const leaseMs = wallMs(services.clock, SEND_LEASE_MS);
  let certainUntil = performance.now() + leaseMs;
  let lost = false;
  const renew = async (): Promise<void> => {
    const startedAt = performance.now();
    const until = after(services.clock.now(), SEND_LEASE_MS);
    const { matchedCount } = await Message.updateOne(
      { _id: message._id, state: 'sending', fence: message.fence },
      { $set: { lease_until: until } },
    );
    if (matchedCount === 0) {
      lost = true;
      return;
    }
    certainUntil = startedAt + leaseMs;
    if (message.lead_id !== null)
      await Lead.updateOne(
        { _id: message.lead_id, 'send_lease.message_id': message._id },
        { $set: { 'send_lease.until': until } },
      );
  };
  // A renewal that fails is made up for by the next one, or the lease is over.
  const timer = setInterval(() => void renew().catch(() => undefined), leaseMs / RENEWALS_PER_LEASE);
  try {
    await work({ isCertain: () => !lost && performance.now() < certainUntil });
  } finally {
    clearInterval(timer);
  }
}
