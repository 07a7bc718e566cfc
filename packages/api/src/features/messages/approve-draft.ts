import mongoose from 'mongoose';
import type { Violation } from '../../answering/claims/gate-types.ts';
import { isDraftOver } from '../../delivery/end-draft.ts';
import { noteApproval } from '../../delivery/note-approval.ts';
import { recordEvents } from '../../events/record-events.ts';
import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import type { LeadRecord } from '../leads/model.ts';
import { checkDraft } from './check-draft.ts';
import { findDraft } from './find-draft.ts';
import { Message, type MessageRecord } from './model.ts';
import { type ChannelName, readReplyChannel } from './reply-channel.ts';
import { recipientBy } from './send-message.ts';

interface ApproveDraft {
  ctx: TenantContext;
  input: { lead_id: string; message_id: string; text?: string; subject?: string };
}

const ON_ITS_WAY: readonly string[] = ['pending', 'sending', 'sent', 'delivered', 'read', 'unknown'];
/** Of these the customer has something, or may. */
const GONE_OUT: MessageRecord['state'][] = ['sending', 'sent', 'delivered', 'read', 'unknown'];

function channelName({ channel }: MessageRecord): ChannelName {
  return channel === 'sms' || channel === 'whatsapp' ? channel : 'email';
}

type Words = ReturnType<typeof wordsOf>;

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

async function letOut(ctx: TenantContext, lead: LeadRecord, message: MessageRecord): Promise<MessageRecord> {
  const { services } = ctx;
  await noteApproval(services, message);
  await recordEvents(services, ctx.dealershipId, message.test, [
    { type: 'message.updated', data: { lead_id: lead._id, message_id: message._id } },
  ]);
  services.wake();
  return message;
}

function isApproved({ approved_by, state }: MessageRecord): boolean {
  return Boolean(approved_by) && ON_ITS_WAY.includes(state);
}

/** Whoever was written to since has heard what is newer, be it of the assistant. */
async function checkNewest(lead: LeadRecord, draft: MessageRecord): Promise<void> {
  const newer = await Message.find({
    _id: mongoose.trusted({ $ne: draft._id }),
    lead_id: lead._id,
    audience: 'customer',
    direction: 'outbound',
    purpose: mongoose.trusted({ $ne: 'chat_copy' }),
    state: mongoose.trusted({ $in: GONE_OUT }),
    created_at: mongoose.trusted({ $gt: draft.created_at }),
  }).lean<MessageRecord[]>();
  if (newer.some((message) => isDraftOver(lead, draft, message)))
    throw new Problem('conflict', { detail: 'The customer has been written to since.' });
}

/** What is sent, with what it rests on, if it still holds and the customer can be reached. */
async function checked(ctx: TenantContext, lead: LeadRecord, message: MessageRecord, words: Words) {
  // The words of a template are the dealership's own, and WhatsApp's to approve; others go out as free words.
  const template = words.edited ? null : (message.template ?? null);
  const { violations, claims } = template
    ? { violations: [], claims: [] }
    : await checkDraft(ctx, lead, message, words.text);
  // Whoever changed the words answers for them.
  if (violations.length > 0 && !words.edited) throw outdated(violations);
  // A chat is answered where it is held, whatever else is known of the visitor.
  const recipient =
    message.channel === 'chat'
      ? message.recipient
      : recipientBy(await readReplyChannel(ctx, lead, channelName(message), message), template !== null);
  const found = claims.map(({ claim, source, sourceId }) => ({ claim, source, source_id: sourceId }));
  return { ...words, template, recipient, claims: found };
}

/**
 * Lets a draft of the assistant out, as it is or with other words; a second time changes nothing.
 * @throws Problem 404, 409 when it was thrown away or overtaken, or when stock, settings and knowledge no longer back what it says, 422 when the
 * customer cannot be reached any more
 */
export async function approveDraft({ ctx, input }: ApproveDraft): Promise<MessageRecord> {
  const { lead, message } = await findDraft(ctx, input);
  // Noted once more: a crash may have come between the approval and its entry.
  if (isApproved(message)) return letOut(ctx, lead, message);
  if (message.state !== 'draft') throw new Problem('conflict', { detail: 'It is no draft any more.' });
  await checkNewest(lead, message);
  const sent = await checked(ctx, lead, message, wordsOf(message, input));
  const { actor, services } = ctx;
  const approved = await Message.findOneAndUpdate(
    { _id: message._id, state: 'draft' },
    {
      $set: {
        ...{ ...sent, state: 'pending', state_reason: null, attempts: 0, refused_since: null },
        approved_by: { id: actor.type === 'user' ? actor.userId : null, name: actor.name },
        due_at: services.clock.now(),
      },
    },
    { returnDocument: 'after' },
  ).lean<MessageRecord>();
  if (approved) return letOut(ctx, lead, approved);
  const { message: now } = await findDraft(ctx, input);
  if (isApproved(now)) return now;
  throw new Problem('conflict', { detail: 'It is no draft any more.' });
}
