import type { MessageRecord } from '../features/messages/model.ts';
import type { Services } from '../services.ts';
import { fitWhatsAppWindow } from './fit-whatsapp-window.ts';
import { announce, type Sending } from './sending.ts';
import { fail } from './settle-sending.ts';
import { withhold } from './withhold.ts';

const WINDOW_CLOSED = 'The customer wrote more than 24 hours ago';

/**
 * The words that WhatsApp's 24 hours put in the place of a message's own, measured now: none where it may go out as it
 * is; `null` when the message ends here.
 */
export async function windowWords(services: Services, sending: Sending): Promise<Partial<MessageRecord> | null> {
  const { message, lead, dealership } = sending;
  if (message.channel !== 'whatsapp' || !lead) return {};
  const fit = await fitWhatsAppWindow(message, lead, dealership, services.clock.now());
  if (fit === 'as_it_is') return {};
  if (fit !== 'closed') return { ...fit, sender_name: message.sender_name ?? dealership.assistant.name };
  if (message.purpose === 'follow_up') await withhold(services, sending, WINDOW_CLOSED);
  else {
    await fail(services, sending, WINDOW_CLOSED);
    await announce(services, sending);
  }
  return null;
}
