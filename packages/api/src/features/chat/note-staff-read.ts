import mongoose from 'mongoose';
import type { Services } from '../../services.ts';
import { newestChat } from './get-lead-chat.ts';
import { ChatSession } from './model.ts';
import { tellChat } from './tell-chat.ts';

/** Lets the visitor know that somebody has seen what they wrote. */
export async function noteStaffRead(services: Pick<Services, 'clock' | 'live'>, leadId: string): Promise<void> {
  const session = await newestChat(leadId);
  if (!session || session.staff_read >= session.log.length) return;
  const moved = await ChatSession.updateOne(
    { _id: session._id, staff_read: mongoose.trusted({ $lt: session.log.length }) },
    { staff_read: session.log.length, staff_seen_at: services.clock.now() },
  );
  if (moved.modifiedCount > 0) await tellChat(services, session);
}
