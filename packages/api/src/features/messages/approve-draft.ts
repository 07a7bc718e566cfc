import type { Violation } from '../../answering/claims/gate-types.ts';
import { settleDraft } from '../../delivery/keep-draft.ts';
import { recordEvents } from '../../events/record-events.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import type { LeadRecord } from '../leads/model.ts';
import { checkDraft } from './check-draft.ts';
import { findDraft } from './find-draft.ts';
import { Message, type MessageRecord } from './model.ts';
import type { ChannelName } from './reply-channel.ts';
import { reachBy } from './send-message.ts';

interface ApproveDraft {
  ctx: TenantContext;
  input: { lead_id: string; message_id: string; text?: string; subject?: string };
}

const ON_ITS_WAY: readonly string[] = ['pending', 'sending', 'sent', 'delivered', 'read', 'unknown'];
function channelName({ channel }: MessageRecord): ChannelName {
  return channel === 'sms' || channel === 'whatsapp' ? channel : 'email';
}

function wordsOf(message: MessageRecord, { text, subject }: ApproveDraft['input']) {
  const before = message.text ?? '';
  const words = text?.trim() ?? before;
  const ending = before.slice(before.lastIndexOf('\n\n'));
  return {
    text: words,
    subject: message.channel === 'email' ? (subject?.trim() ?? message.subject) : null,
    edited: words !== before,
    // The last paragraph goes into the small print of a mail; only where it is still the assistant's own.
    disclosed: message.disclosed !== false && (words === before || (before.includes('\n\n') && words.endsWith(ending))),
  };
}

/** What no longer holds, each with its reason. */
function outdated(violations: readonly Violation[]): Problem {
  const errors = violations.map(({ quote, problem }) => ({ pointer: '#/text', detail: `“${quote}”: ${problem}` }));
  return new Problem('conflict', { detail: `It is no longer so: ${errors[0]?.detail}`, errors });
}

async function noteApproval(ctx: TenantContext, lead: LeadRecord, message: MessageRecord, edited: boolean) {
  const { services } = ctx;
  await addHistory({
    id: derivedId('hist', `approved ${message._id}`),
    leadId: lead._id,
    type: 'draft_approved',
    actor: historyActor(ctx.actor),
    to: message.channel,
    reason: edited ? 'Changed the words' : null,
    occurredAt: services.clock.now(),
  });
  await settleDraft(services, ctx.dealershipId, message, ctx.actor.name);
  await recordEvents(services, ctx.dealershipId, message.test, [
    { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
  ]);
  services.wake();
}

/**
 * Lets a draft of the assistant out, as it is or with other words; a second time changes nothing.
 * @throws Problem 404, 409 when it was thrown away or overtaken, or when stock, settings and knowledge no longer back what it says, 422 when the
 * customer cannot be reached any more
 */
export async function approveDraft({ ctx, input }: ApproveDraft): Promise<MessageRecord> {
  const { lead, message } = await findDraft(ctx, input);
  if (message.approved_by && ON_ITS_WAY.includes(message.state)) return message;
  if (message.state !== 'draft') throw new Problem('conflict', { detail: 'It is no draft any more.' });
  const words = wordsOf(message, input);
  const { violations, claims } = await checkDraft(ctx, lead, message, words.text);
  // Whoever changed the words answers for them.
  if (violations.length > 0 && !words.edited) throw outdated(violations);
  // A chat is answered where it is held, whatever else is known of the visitor.
  const reached = message.channel === 'chat' ? null : await reachBy(ctx, lead, channelName(message));
  const recipient = message.recipient ?? reached;
  const { actor, services } = ctx;
  const approved = await Message.findOneAndUpdate(
    { _id: message._id, state: 'draft' },
    {
      $set: {
        ...{ ...words, recipient, state: 'pending', state_reason: null, attempts: 0 },
        refused_since: null,
        claims: claims.map(({ claim, source, sourceId }) => ({ claim, source, source_id: sourceId })),
        approved_by: { id: actor.type === 'user' ? actor.userId : null, name: actor.name },
        due_at: services.clock.now(),
      },
    },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (!approved) throw new Problem('conflict', { detail: 'Somebody was faster.' });
  await noteApproval(ctx, lead, approved, words.edited);
  return approved;
}
