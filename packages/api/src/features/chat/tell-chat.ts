import { recordEvents } from '../../events/record-events.ts';
import type { Services } from '../../services.ts';
import type { ChatSessionRecord } from './model.ts';

/** Tells the streams of a chat, and the colleagues who look at its lead, that something about it changed. */
export async function tellChat(
  services: Pick<Services, 'clock' | 'live'>,
  session: Pick<ChatSessionRecord, '_id' | 'dealership_id' | 'test' | 'lead_id'>,
): Promise<void> {
  const lead: Record<string, string> = session.lead_id === null ? {} : { lead_id: session.lead_id };
  await recordEvents(services, session.dealership_id, session.test, [
    { type: 'chat.updated', data: { ...lead, chat_session_id: session._id } },
  ]);
}
