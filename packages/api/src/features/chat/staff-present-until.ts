import { after, MINUTE_MS } from '../../lib/clock.ts';
import { newestChat } from './get-lead-chat.ts';

/** Who has read or typed in a chat within this time is still at it. */
const PRESENT_MS = 2 * MINUTE_MS;

/** Until when the colleague who was last in the chat of a lead counts as being there; `null` when none ever was. */
export async function staffPresentUntil(leadId: string): Promise<Date | null> {
  const session = await newestChat(leadId);
  return session?.staff_seen_at ? after(session.staff_seen_at, PRESENT_MS) : null;
}
