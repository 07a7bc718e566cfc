import type { LeadRecord } from '../features/leads/model.ts';
import type { MessageRecord } from '../features/messages/model.ts';

type Addressed = Pick<MessageRecord, 'audience' | 'channel' | 'recipient'>;

interface Letter {
  message: Addressed;
  lead: Pick<LeadRecord, 'customer'> | null;
}

/** Where the message goes to by its channel; `null` when the customer left no such address. */
export function recipientOf({ message, lead }: Letter): string | null {
  if (message.audience === 'staff' || message.recipient !== null) return message.recipient;
  if (!lead) return null;
  if (message.channel === 'chat') return null;
  if (message.channel !== 'sms' && message.channel !== 'whatsapp') return lead.customer.email;
  return lead.customer.phone?.startsWith('+') ? lead.customer.phone : null;
}

/**
 * Whether two messages of ours to a lead reach the same reader: one household may have several, and what is said in a
 * chat is read nowhere else.
 */
export function haveSameReader(lead: Letter['lead'], one: Addressed, other: Addressed): boolean {
  return recipientOf({ message: one, lead }) === recipientOf({ message: other, lead });
}
