import { HEARTBEAT_MS } from '../../http/event-stream.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { after, SECOND_MS } from '../../lib/clock.ts';
import { describeError } from '../../lib/describe-error.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { ChatSession, type ChatSessionRecord } from './model.ts';
import { tellChat } from './tell-chat.ts';

/** A visitor counts as here for a little longer than a stream or a question of theirs takes to come again. */
const PRESENT_MS = HEARTBEAT_MS + 10 * SECOND_MS;

type Asker = Pick<TenantContext, 'services' | 'dealershipId'>;

async function note(ctx: Asker, sessionId: string, presentUntil: Date | null, was: (before: Date | null) => boolean) {
  const now = ctx.services.clock.now();
  const before = await ChatSession.findOneAndUpdate(
    { _id: sessionId, closed_at: null },
    { present_until: presentUntil, last_seen_at: now },
  ).lean<ChatSessionRecord>();
  if (before?.lead_id && was(before.present_until)) await tellChat(ctx.services, before);
}

function quietly(ctx: Asker, sessionId: string, work: () => Promise<void>): Promise<void> {
  return runAsTenant(ctx.dealershipId, work).catch((error: unknown) =>
    ctx.services.logger.warn({ chat: sessionId, ...describeError(error) }, 'presence not noted'),
  );
}

/** Notes that the visitor is here; colleagues hear of it when they were not. Never throws. */
export async function notePresence(ctx: Asker, sessionId: string): Promise<void> {
  const now = ctx.services.clock.now();
  const isNews = (before: Date | null) => before === null || before <= now;
  await quietly(ctx, sessionId, () => note(ctx, sessionId, after(now, PRESENT_MS), isNews));
}

/** Notes that the visitor's last stream in this process has ended. Never throws. */
export async function noteAbsence(ctx: Asker, sessionId: string): Promise<void> {
  await quietly(ctx, sessionId, () => note(ctx, sessionId, null, (before) => before !== null));
}
