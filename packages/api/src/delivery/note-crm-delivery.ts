import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';

/** Notes with the lead that the CRM got it, or that it did not. Run again for the same, it adds nothing. */
export async function noteCrmDelivery(services: Services, message: MessageRecord): Promise<void> {
  if (message.lead_id === null) return;
  const type = message.state === 'failed' ? 'crm_failed' : 'crm_sent';
  await addHistory({
    // A retry by hand is sent under another Message-ID, and noted by itself.
    id: derivedId('hist', `${type} ${message._id} ${message.message_id ?? ''}`),
    leadId: message.lead_id,
    type,
    actor: SYSTEM,
    to: message.recipient,
    reason: type === 'crm_failed' ? message.state_reason : null,
    occurredAt: services.clock.now(),
  });
}
