import mongoose from 'mongoose';
import { after, MINUTE_MS } from '../../lib/clock.ts';
import { ChatSession } from './model.ts';

/** Who has read or typed in a chat within this time is still at it. */
const PRESENT_MS = 2 * MINUTE_MS;

/** Whether a colleague is in a chat. */
export async function isStaffPresent(sessionId: string, now: Date): Promise<boolean> {
  const seenAt = mongoose.trusted({ $gt: after(now, -PRESENT_MS) });
  return (await ChatSession.exists({ _id: sessionId, staff_seen_at: seenAt })) !== null;
}
