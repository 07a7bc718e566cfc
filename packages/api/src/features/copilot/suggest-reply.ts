import { receiptReason } from '../../answering/replies/reply-context.ts';
import type { ConversationTurn, Understanding, WrittenReply } from '../../answering/types.ts';
import { writeReply } from '../../answering/write-reply.ts';
import { withBurst } from '../../delivery/burst.ts';
import { askedIn, readConversation, turnsOf } from '../../delivery/compose-message.ts';
import { knowledgeForReply } from '../../delivery/knowledge-for-reply.ts';
import { understand } from '../../delivery/read-enquiry.ts';
import { replyRequest } from '../../delivery/reply-request.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { findLead } from '../leads/find-lead.ts';
import { modelFor } from '../sandbox/model-for.ts';
import { findStock } from '../vehicles/find-stock.ts';
import { inPerson } from './in-person.ts';

interface SuggestReply {
  ctx: TenantContext;
  input: { lead_id: string; channel: 'email' | 'sms' | 'whatsapp' | 'chat' };
}

/**
 * What a person is to answer: the one whom the customer asked for is writing now.
 * @throws Problem 422 for what nobody but a person finds the words for
 */
function forPerson(read: Understanding): Understanding {
  const escalations = read.escalations.filter((reason) => reason !== 'human_requested');
  const reason = receiptReason(escalations);
  if (reason !== null)
    throw new Problem('unprocessable', {
      detail: `There is no suggestion for this (${reason}): it takes your own words.`,
    });
  return { ...read, escalations };
}

/** Whether the customer waits for nothing: a receipt of the assistant is no answer. */
function isAnswered(turns: readonly ConversationTurn[], read: Understanding): boolean {
  const last = turns.at(-1)?.from ?? 'customer';
  return last === 'human' || (last === 'assistant' && receiptReason(read.escalations) === null);
}

/**
 * Suggests what a colleague may write: an answer to what the customer wrote last, or a reminder where nothing is open.
 * Nothing is sent or stored.
 * @throws Problem 404, 422 where there is nothing to suggest
 */
export async function suggestReply({ ctx, input }: SuggestReply): Promise<WrittenReply> {
  const lead = await findLead(ctx, input.lead_id);
  const channel = input.channel === 'sms' ? 'sms' : 'email';
  const { services } = ctx;
  const dealership = await findDealership(ctx.dealershipId);
  if (!dealership) throw new Problem('internal_error');
  const conversation = await readConversation(lead._id, null);
  const newest = conversation.findLast(({ direction }) => direction === 'inbound') ?? null;
  const question = newest === null ? null : withBurst(newest, conversation);
  const turns = turnsOf(conversation);
  const stock = await findStock(lead.vehicle_id, question?.text ?? null, lead.vehicle_interest, lead.message);
  // By rules: what a colleague sees in a moment must not wait for a second call.
  const read = await understand({ ...services, model: null }, lead, question, dealership, stock);
  const understanding = forPerson(read);
  const said: ConversationTurn[] = turns.length > 0 ? turns : [{ from: 'customer', text: lead.message }];
  const { facts } = await knowledgeForReply(services, { understanding, stock }, said, dealership);
  const request = replyRequest({
    purpose: isAnswered(turns, read) ? 'follow_up' : 'reply',
    step: 1,
    channel,
    writer: 'person',
    askedOn: input.channel,
    dealership,
    lead,
    understanding,
    stock,
    conversation: said,
    knowledge: facts,
    asked: askedIn(conversation),
    now: services.clock.now(),
  });
  const reply = await writeReply(request, {
    model: modelFor(services, ctx.dealershipId),
    budget: services.budget,
    logger: services.logger,
    now: () => services.clock.now(),
    purpose: 'copilot',
  });
  const text = inPerson(reply, input.channel, conversation);
  if (text === null) throw new Problem('unprocessable', { detail: 'Stock and settings do not answer what is asked.' });
  return { ...reply, text, subject: lead.subject ?? reply.subject };
}
