import { recordEvents } from '../../events/record-events.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { blankMessage, insertMessages } from '../../intake/write-messages.ts';
import { takeEscalationsOf } from '../escalations/take-escalations-of.ts';
import { historyActor } from '../leads/add-history.ts';
import { findLead } from '../leads/find-lead.ts';
import type { LeadRecord } from '../leads/model.ts';
import { takeOver } from '../leads/take-over.ts';
import { Message, type MessageRecord } from './model.ts';
import { type ChannelName, type ReplyChannel, readReplyChannel } from './reply-channel.ts';

interface SendMessage {
  ctx: TenantContext;
  input: {
    lead_id: string;
    channel: ChannelName;
    text?: string | undefined;
    template?: true | undefined;
    subject?: string | undefined;
  };
}

const OBSTACLES: Record<NonNullable<ReplyChannel['reason']>, (channel: ChannelName) => string> = {
  no_address: (channel) =>
    channel === 'email'
      ? 'The customer left no e-mail address.'
      : 'The customer left no phone number that can receive SMS.',
  no_provider: (channel) => `No ${channel} provider is connected.`,
  suppressed: () => 'The customer asked for no more messages on this channel.',
  never_wrote: () => 'The customer has not written by WhatsApp.',
  no_chat: () => 'The customer is in no chat.',
  window_closed: () => 'The customer wrote more than 24 hours ago: only the template of the number can be sent.',
};

/**
 * The address of a channel that is open, be it for a template only.
 * @throws Problem 422 when the customer cannot be reached that way now, or wants no messages
 */
export function recipientBy({ channel, reason, recipient }: ReplyChannel, byTemplate: boolean): string {
  if (recipient !== null && (reason === null || (byTemplate && reason === 'window_closed'))) return recipient;
  throw unprocessable(
    [{ pointer: '#/channel', detail: OBSTACLES[reason ?? 'no_address'](channel) }],
    reason === 'suppressed' ? 'suppressed' : 'channel_not_possible',
  );
}

type Words = Pick<MessageRecord, 'text'> & Partial<MessageRecord>;

/** What is sent, if the channel is open for it. */
async function checkChannel({ ctx, input }: SendMessage, lead: LeadRecord): Promise<Words & { recipient: string }> {
  const found = await readReplyChannel(ctx, lead, input.channel);
  const { thread, template } = found;
  const byTemplate = input.template === true;
  const text = input.text?.trim() ?? '';
  if (!byTemplate && text === '')
    throw new Problem('invalid_request', { errors: [{ pointer: '#/text', detail: 'is required' }] });
  if (byTemplate && input.channel !== 'whatsapp')
    throw unprocessable([{ pointer: '#/template', detail: 'Only WhatsApp has templates.' }]);
  const recipient = recipientBy(found, byTemplate);
  const whatsapp = thread && { number_id: thread.numberId, customer: thread.customer, written_at: null };
  if (!byTemplate) return { recipient, whatsapp, text };
  if (template) return { recipient, whatsapp, ...template };
  throw unprocessable(
    [{ pointer: '#/template', detail: 'No template is chosen for this number.' }],
    'channel_not_possible',
  );
}

/**
 * Puts a message of a person on its way. It is in the database before this answers, and its send key is its id, which
 * is the same on every retry with the same Idempotency-Key.
 * @throws Problem 404, 422 when the customer cannot be reached that way or wants no messages
 */
export async function sendMessage({ ctx, input }: SendMessage): Promise<MessageRecord> {
  const lead = await findLead(ctx, input.lead_id);
  const words = await checkChannel({ ctx, input }, lead);
  const id = creationIdFor(ctx, 'msg');
  // First the silence of the assistant, then the message: a reply that is being written now finds it before it is sent.
  const { actor } = ctx;
  // What an integration writes may answer less than the customer has said: a person marks that as read.
  await takeOver(ctx.services, lead, historyActor(actor), { answers: actor.type === 'user' });
  if (actor.type === 'user') await takeEscalationsOf(ctx.services, lead, { id: actor.userId, name: actor.name });
  await insertMessages([
    blankMessage({
      _id: id,
      lead_id: lead._id,
      test: lead.test,
      sender_type: 'human',
      sender_name: ctx.actor.name,
      channel: input.channel,
      purpose: 'manual',
      send_key: `manual:${id}`,
      subject: input.channel === 'email' ? (input.subject ?? lead.subject) : null,
      language: lead.customer.language,
      ...words,
      chat: input.channel === 'chat' ? { session_id: words.recipient, client_id: null, up_to: null } : null,
      created_at: ctx.services.clock.now(),
    }),
  ]);
  await recordEvents(ctx.services, ctx.dealershipId, lead.test, [
    { type: 'message.created', data: { lead_id: lead._id, message_id: id } },
  ]);
  ctx.services.wake();
  const message = await Message.findOne({ _id: id }).lean<MessageRecord>();
  if (!message) throw new Problem('internal_error');
  return message;
}
