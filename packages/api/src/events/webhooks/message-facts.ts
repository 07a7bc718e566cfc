import { withoutDeleted } from '../../features/leads/without-deleted.ts';
import { Message, type MessageRecord, type MessageState } from '../../features/messages/model.ts';
import { presentMessage } from '../../features/messages/present.ts';
import type { WebhookEventType, WebhookFact } from './webhook-fact.ts';

/** What a message has been through when it is in a state: one that was delivered was sent before, seen or not. */
const PASSED: Partial<Record<MessageState, readonly WebhookEventType[]>> = {
  received: ['message.received'],
  sent: ['message.sent'],
  delivered: ['message.sent', 'message.delivered'],
  read: ['message.sent', 'message.delivered'],
  failed: ['message.failed'],
};

/** The stages that one message of a conversation has reached; none of what colleagues are told. */
export function factsOfMessage(message: MessageRecord): WebhookFact[] {
  if (message.audience === 'staff' || message.lead_id === null) return [];
  const data = { message: presentMessage(message) };
  return (PASSED[message.state] ?? []).map((type) => ({
    type,
    key: `${type} ${message._id}`,
    at: message.sent_at ?? message.created_at,
    data,
  }));
}

/** The same for the message that an event names; of a lead that is deleted, nothing. */
export async function messageFacts(event: { data: Record<string, string> }): Promise<WebhookFact[]> {
  const found = await Message.find({ _id: event.data.message_id ?? '' }).lean<MessageRecord[]>();
  return (await withoutDeleted(found)).flatMap(factsOfMessage);
}
