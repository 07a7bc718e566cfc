import { goesToOutbox } from '../../delivery/dispatch.ts';
import { isSuppressed } from '../../delivery/suppression.ts';
import { recordEvents } from '../../events/record-events.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import { Problem, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { blankMessage, insertMessages } from '../../intake/write-messages.ts';
import { cancelFollowUps } from '../follow-ups/cancel-follow-ups.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import { findLead } from '../leads/find-lead.ts';
import { Lead, type LeadRecord } from '../leads/model.ts';
import { Message, type MessageRecord } from './model.ts';

interface SendMessage {
  ctx: TenantContext;
  input: { lead_id: string; channel: 'email' | 'sms'; text: string; subject?: string | undefined };
}

function recipientOf(lead: LeadRecord, channel: 'email' | 'sms'): string {
  if (channel === 'email') {
    if (lead.customer.email) return lead.customer.email;
    throw unprocessable(
      [{ pointer: '#/channel', detail: 'The customer left no e-mail address.' }],
      'channel_not_possible',
    );
  }
  if (lead.customer.phone?.startsWith('+')) return lead.customer.phone;
  throw unprocessable(
    [{ pointer: '#/channel', detail: 'The customer left no phone number that can receive SMS.' }],
    'channel_not_possible',
  );
}

async function checkChannel({ ctx, input }: SendMessage, lead: LeadRecord): Promise<string> {
  const recipient = recipientOf(lead, input.channel);
  const { services } = ctx;
  if (
    services.env.nodeEnv === 'production' &&
    !lead.test &&
    goesToOutbox(services, { test: false, channel: input.channel })
  ) {
    throw unprocessable(
      [{ pointer: '#/channel', detail: `No ${input.channel} provider is connected.` }],
      'channel_not_possible',
    );
  }
  if (await isSuppressed(input.channel, recipient)) {
    throw unprocessable(
      [{ pointer: '#/channel', detail: 'The customer asked for no more messages on this channel.' }],
      'suppressed',
    );
  }
  return recipient;
}

async function takeOver(ctx: TenantContext, lead: LeadRecord): Promise<void> {
  const { services } = ctx;
  const actor = historyActor(ctx.actor);
  const taken = await Lead.updateOne(
    { _id: lead._id, handled_by: 'assistant' },
    { $set: { handled_by: 'human', unread: false, give_up_at: null }, $inc: { version: 1 } },
  );
  if (taken.modifiedCount === 1) {
    await addHistory({
      leadId: lead._id,
      type: 'handled_by_changed',
      actor,
      from: 'assistant',
      to: 'human',
      reason: 'Wrote to the customer',
      occurredAt: services.clock.now(),
    });
  }
  await cancelFollowUps(
    services,
    { id: lead._id, dealershipId: ctx.dealershipId, test: lead.test },
    'A person answers this customer',
    actor,
  );
}

/**
 * Puts a message of a person on its way. It is in the database before this answers, and its send key is its id, which
 * is the same on every retry with the same Idempotency-Key.
 * @throws Problem 404, 422 when the customer cannot be reached that way or wants no messages
 */
export async function sendMessage({ ctx, input }: SendMessage): Promise<MessageRecord> {
  const lead = await findLead(ctx, input.lead_id);
  const recipient = await checkChannel({ ctx, input }, lead);
  const id = creationIdFor(ctx, 'msg');
  // First the silence of the assistant, then the message: a reply that is being written now finds it before it is sent.
  await takeOver(ctx, lead);
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
      text: input.text.trim(),
      subject: input.channel === 'email' ? (input.subject ?? lead.subject) : null,
      language: lead.customer.language,
      recipient,
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
