import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after } from '../../lib/clock.ts';
import { ApiKey } from '../api-keys/model.ts';
import { findChatSession } from './find-chat-session.ts';
import { ChatSession } from './model.ts';
import type { OpenedChat } from './open-chat-session.ts';
import { findToken, MAX_TOKENS, makeVisitorToken, RENEWABLE_MS, retire } from './visitor-token.ts';

/**
 * Exchanges the token of a visitor for a new one.
 * @throws Problem 401 when the chat was ended, its key revoked, or the token exchanged before
 */
export async function renewChatToken({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { token: string };
}): Promise<OpenedChat> {
  const now = ctx.services.clock.now();
  const session = await findChatSession(ctx);
  const used = findToken(session, input.token);
  const key = await ApiKey.findOne({ _id: session.key_id, revoked_at: null }, { _id: 1 }).lean();
  if (session.closed_at || !key || !used)
    throw new Problem('session_ended', { detail: 'Open a new chat.', headers: { 'WWW-Authenticate': 'Bearer' } });
  const { token, record } = makeVisitorToken(session._id, now);
  // Other tabs may renew at the same moment: each adds its own, and nobody takes away another's.
  await ChatSession.updateOne(
    { _id: session._id, 'tokens.hash': used.hash },
    { $set: { 'tokens.$': retire(used, now) } },
  );
  await ChatSession.updateOne(
    { _id: session._id },
    {
      $push: { tokens: { $each: [record], $slice: -MAX_TOKENS } },
      $set: {
        renewable_until: after(now, RENEWABLE_MS),
        ...(session.expires_at ? { expires_at: after(now, RENEWABLE_MS) } : {}),
      },
    },
  );
  return { session, token };
}
