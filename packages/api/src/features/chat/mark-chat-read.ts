import { noteRead } from '../../channels/chat/note-chat-receipt.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findChatSession } from './find-chat-session.ts';

/** Notes what the visitor has seen. A position that does not exist yet counts as the last. */
export async function markChatRead({ ctx, input }: { ctx: TenantContext; input: { position: number } }): Promise<void> {
  await noteRead(ctx.services, await findChatSession(ctx), input.position);
}
