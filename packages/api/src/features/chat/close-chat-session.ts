import type { TenantContext } from '../../http/request-context.ts';
import { findChatSession } from './find-chat-session.ts';
import { ChatSession } from './model.ts';
import { tellChat } from './tell-chat.ts';

/** Ends the chat of the visitor; ended once more, it stays as it is. */
export async function closeChatSession({ ctx }: { ctx: TenantContext }): Promise<void> {
  const session = await findChatSession(ctx);
  if (session.closed_at) return;
  const now = ctx.services.clock.now();
  await ChatSession.updateOne(
    { _id: session._id, closed_at: null },
    { closed_at: now, present_until: null, visitor_typing_until: null, last_seen_at: now },
  );
  await tellChat(ctx.services, session);
}
