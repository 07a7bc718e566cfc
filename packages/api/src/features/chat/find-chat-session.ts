import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Lead } from '../leads/model.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';

/**
 * Reads the chat of the visitor who asks.
 * @throws Problem 403 for anybody else, 401 when the chat is gone
 */
export async function findChatSession(ctx: Pick<TenantContext, 'actor'>): Promise<ChatSessionRecord> {
  if (ctx.actor.type !== 'visitor') throw new Problem('forbidden', { detail: 'This is for the visitor of a chat.' });
  const session = await ChatSession.findOne({ _id: ctx.actor.sessionId }).lean<ChatSessionRecord>();
  if (!session)
    throw new Problem('session_ended', { detail: 'Open a new chat.', headers: { 'WWW-Authenticate': 'Bearer' } });
  return session;
}

/**
 * Makes sure that a chat can still be written in.
 * @throws Problem 409 when it was ended, or its lead was deleted
 */
export async function checkOpen(session: ChatSessionRecord): Promise<void> {
  const ended = new Problem('conflict', { detail: 'This chat has ended. Open a new one.' });
  if (session.closed_at) throw ended;
  if (session.lead_id && !(await Lead.exists({ _id: session.lead_id, deleted_at: null }))) throw ended;
}
