import { settleDraft } from '../../delivery/keep-draft.ts';
import { recordEvents } from '../../events/record-events.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import { findDraft } from './find-draft.ts';
import { Message, type MessageRecord } from './model.ts';

interface DiscardDraft {
  ctx: TenantContext;
  input: { lead_id: string; message_id: string };
}

/**
 * Throws a draft of the assistant away; a second time changes nothing.
 * @throws Problem 404, 409 when it is on its way or was sent
 */
export async function discardDraft({ ctx, input }: DiscardDraft): Promise<MessageRecord> {
  const { lead, message } = await findDraft(ctx, input);
  const { services } = ctx;
  if (message.state === 'cancelled') return message;
  const discarded = await Message.findOneAndUpdate(
    { _id: message._id, state: 'draft' },
    { $set: { state: 'cancelled', state_reason: `${ctx.actor.name} threw the draft away` } },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (!discarded) throw new Problem('conflict', { detail: 'It is no draft any more.' });
  await addHistory({
    id: derivedId('hist', `discarded ${message._id}`),
    leadId: lead._id,
    type: 'draft_discarded',
    actor: historyActor(ctx.actor),
    to: message.channel,
    occurredAt: services.clock.now(),
  });
  await settleDraft(services, ctx.dealershipId, message, ctx.actor.name);
  await recordEvents(services, ctx.dealershipId, message.test, [
    { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
  ]);
  return discarded;
}
