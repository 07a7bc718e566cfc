import { endDraft } from '../../delivery/end-draft.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import { findDraft } from './find-draft.ts';
import type { MessageRecord } from './model.ts';

interface DiscardDraft {
  ctx: TenantContext;
  input: { lead_id: string; message_id: string };
}

/**
 * Throws a draft of the assistant away; a second time changes nothing.
 * @throws Problem 404, 409 when it is on its way or was sent
 */
export async function discardDraft({ ctx, input }: DiscardDraft): Promise<MessageRecord> {
  const { message } = await findDraft(ctx, input);
  const { services, actor } = ctx;
  const reason = `${actor.name} threw the draft away`;
  const discarded = await endDraft(services, message, { reason, by: actor.name });
  if (!discarded) throw new Problem('conflict', { detail: 'It is no draft any more.' });
  // Of one that was overtaken there is nothing to tell; of one's own it is told once.
  if (discarded.state_reason === reason)
    await addHistory({
      id: derivedId('hist', `discarded ${discarded._id}`),
      leadId: input.lead_id,
      type: 'draft_discarded',
      actor: historyActor(actor),
      to: discarded.channel,
      occurredAt: services.clock.now(),
    });
  return discarded;
}
