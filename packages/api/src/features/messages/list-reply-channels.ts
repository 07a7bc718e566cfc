import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { type ReplyChannel, readReplyChannel } from './reply-channel.ts';

const CHANNELS = ['email', 'sms', 'whatsapp', 'chat'] as const;

/** What clients see of a way to write to a customer. */
export function presentReplyChannel(found: ReplyChannel): components['schemas']['ReplyChannel'] {
  return {
    channel: found.channel,
    possible: found.reason === null,
    reason: found.reason,
    // A chat has no address that means something to anybody.
    recipient: found.channel === 'chat' ? null : found.recipient,
    window_closes_at: found.windowClosesAt?.toISOString() ?? null,
    template_text: found.template?.text ?? null,
  };
}

interface ListReplyChannels {
  ctx: TenantContext;
  input: { lead_id: string };
}

/**
 * Lists the ways to write to the customer of a lead, with what stands in the way of each.
 * @throws Problem 404
 */
export async function listReplyChannels({ ctx, input }: ListReplyChannels): Promise<ReplyChannel[]> {
  const lead = await findLead(ctx, input.lead_id);
  return Promise.all(CHANNELS.map((channel) => readReplyChannel(ctx, lead, channel)));
}
