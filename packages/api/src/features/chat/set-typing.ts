import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, SECOND_MS } from '../../lib/clock.ts';
import { findLead } from '../leads/find-lead.ts';
import { findChatSession } from './find-chat-session.ts';
import { newestChat } from './get-lead-chat.ts';
import { ChatSession } from './model.ts';
import { tellChat } from './tell-chat.ts';

/** Who has said nothing for this long is not typing any more. */
export const TYPING_MS = 8 * SECOND_MS;

/** Shows the colleagues that the visitor types, or no longer does. */
export async function setVisitorTyping({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { typing: boolean };
}): Promise<void> {
  const session = await findChatSession(ctx);
  const until = input.typing && session.closed_at === null ? after(ctx.services.clock.now(), TYPING_MS) : null;
  await ChatSession.updateOne({ _id: session._id }, { visitor_typing_until: until });
  if (session.lead_id) await tellChat(ctx.services, session);
}

/**
 * Shows the visitor that a colleague types, or no longer does.
 * @throws Problem 404 for an unknown lead, 409 when its customer is in no chat
 */
export async function setStaffTyping({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { lead_id: string; typing: boolean };
}): Promise<void> {
  const lead = await findLead(ctx, input.lead_id);
  const session = await newestChat(lead._id);
  if (!session || session.closed_at) throw new Problem('conflict', { detail: 'The customer is in no chat.' });
  const now = ctx.services.clock.now();
  const typing = input.typing ? { name: ctx.actor.name, until: after(now, TYPING_MS) } : null;
  await ChatSession.updateOne({ _id: session._id }, { staff_typing: typing, staff_seen_at: now });
  await tellChat(ctx.services, session);
}
