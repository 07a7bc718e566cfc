import mongoose from 'mongoose';
import { messageIdFor } from '../../channels/email/message-id.ts';
import { notFound, Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { visibleTo } from '../leads/find-lead.ts';
import { Message, type MessageRecord } from '../messages/model.ts';

interface RetryCrmDelivery {
  ctx: TenantContext;
  input: { delivery_id: string };
}

/**
 * Lets a lead go to the CRM that surely did not get there. It is written anew, and has a Message-ID of its own, so that
 * what the provider knows of the first try is not taken for this one.
 * @throws Problem 404, 409 for one that was sent, may have been, or is on its way
 */
export async function retryCrmDelivery({ ctx, input }: RetryCrmDelivery): Promise<MessageRecord> {
  const { services } = ctx;
  const now = services.clock.now();
  const mine = { _id: input.delivery_id, purpose: 'crm' as const, ...visibleTo(ctx) };
  const before = await Message.findOne(mine).lean<MessageRecord>();
  if (!before) throw notFound();
  const retried = await Message.findOneAndUpdate(
    { ...mine, state: mongoose.trusted({ $in: ['failed', 'cancelled'] }), fence: before.fence },
    {
      $set: {
        state: 'pending',
        state_reason: null,
        text: null,
        subject: null,
        recipient: null,
        crm_profile: null,
        message_id: messageIdFor(`${before.send_key} ${before.fence}`, services.env.mailDomain),
        provider_id: null,
        dispatched_at: null,
        sent_at: null,
        attempts: 0,
        due_at: now,
        lease_until: null,
      },
      $inc: { fence: 1 },
    },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (!retried) throw new Problem('conflict', { detail: 'It is on its way, or has gone out.' });
  services.wake();
  return retried;
}
