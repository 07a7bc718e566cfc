import { e164OfWaId } from '../../channels/whatsapp/e164-of-wa-id.ts';
import { goesToOutbox } from '../../delivery/dispatch.ts';
import { type TemplateWords, templateWords } from '../../delivery/fit-whatsapp-window.ts';
import { isSuppressed } from '../../delivery/suppression.ts';
import {
  findWhatsAppThread,
  isWindowOpen,
  type WhatsAppThread,
  windowClosesAt,
} from '../../delivery/whatsapp-thread.ts';
import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { newestChat } from '../chat/get-lead-chat.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import type { LeadRecord } from '../leads/model.ts';
import type { MessageRecord } from './model.ts';

export type ChannelName = components['schemas']['ReplyChannel']['channel'];

/** Whether and how a customer can be written to by one channel now. */
export interface ReplyChannel {
  channel: ChannelName;
  recipient: string | null;
  /** Why a text cannot go out; `null` when it can. */
  reason: components['schemas']['ReplyChannel']['reason'];
  thread: WhatsAppThread | null;
  windowClosesAt: Date | null;
  template: TemplateWords | null;
}

function addressOf(lead: LeadRecord, channel: 'email' | 'sms'): string | null {
  if (channel === 'email') return lead.customer.email;
  return lead.customer.phone?.startsWith('+') ? lead.customer.phone : null;
}

type Provided = Exclude<ChannelName, 'chat'>;

async function obstacle(ctx: TenantContext, lead: LeadRecord, channel: Provided, recipient: string | null) {
  if (recipient === null) return channel === 'whatsapp' ? 'never_wrote' : 'no_address';
  const { services } = ctx;
  if (
    services.env.nodeEnv === 'production' &&
    !lead.test &&
    goesToOutbox(services, { test: false, channel, dealership_id: lead.dealership_id })
  )
    return 'no_provider';
  return (await isSuppressed(channel, recipient)) ? 'suppressed' : null;
}

async function whatsAppChannel(ctx: TenantContext, lead: LeadRecord, to: Addressed | null): Promise<ReplyChannel> {
  const thread = await findWhatsAppThread(lead._id, to?.whatsapp?.customer ?? null);
  const recipient = thread && e164OfWaId(thread.customer);
  const reason = await obstacle(ctx, lead, 'whatsapp', recipient);
  const dealership = thread && (await findDealership(ctx.dealershipId));
  const template = thread && dealership ? await templateWords(thread.numberId, lead, dealership, ctx.actor.name) : null;
  const open = thread !== null && isWindowOpen(thread, ctx.services.clock.now());
  return {
    channel: 'whatsapp',
    recipient,
    reason: reason ?? (open ? null : 'window_closed'),
    thread,
    windowClosesAt: thread && windowClosesAt(thread),
    template,
  };
}

async function chatChannel(lead: LeadRecord): Promise<ReplyChannel> {
  const session = await newestChat(lead._id);
  const recipient = session && !session.closed_at ? session._id : null;
  const reason = recipient === null ? 'no_chat' : null;
  return { channel: 'chat', recipient, reason, thread: null, windowClosesAt: null, template: null };
}

/** Whom a message goes to that was written before: one household may have several. */
type Addressed = Pick<MessageRecord, 'recipient' | 'whatsapp'>;

/** Tells how it is with one channel to the customer of a lead, or to whom a message is for. */
export async function readReplyChannel(
  ctx: TenantContext,
  lead: LeadRecord,
  channel: ChannelName,
  to: Addressed | null = null,
): Promise<ReplyChannel> {
  if (channel === 'whatsapp') return whatsAppChannel(ctx, lead, to);
  if (channel === 'chat') return chatChannel(lead);
  const recipient = to?.recipient ?? addressOf(lead, channel);
  const reason = await obstacle(ctx, lead, channel, recipient);
  return { channel, recipient, reason, thread: null, windowClosesAt: null, template: null };
}
