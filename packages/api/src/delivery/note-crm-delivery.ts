import { addHistory, SYSTEM } from '../features/leads/add-history.ts';
import type { MessageRecord } from '../features/messages/model.ts';
import { derivedId } from '../lib/ids.ts';
import type { Services } from '../services.ts';
import { beginCrmOutage, endCrmOutage } from './crm-outage.ts';

/**
 * Notes with the lead that the CRM got it, or that it did not, which the admins hear of. Run again for the same, it adds
 * nothing.
 */
export async function noteCrmDelivery(services: Services, message: MessageRecord): Promise<void> {
  if (message.lead_id === null) return;
  await (message.state === 'failed' ? beginCrmOutage(services, message) : endCrmOutage(message));
  // That its own mail server took it is in the state of the delivery.
  if (message.state === 'delivered') return;
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
