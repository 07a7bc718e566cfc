import { verifyMailgunSignature } from '../../channels/email/verify-mailgun-signature.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { noteDeliveryReport } from '../../delivery/note-delivery-report.ts';
import { suppress } from '../../delivery/suppression.ts';
import type { components } from '../../generated/openapi.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { after, DAY_MS } from '../../lib/clock.ts';
import type { Services } from '../../services.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { Message } from '../messages/model.ts';
import { type MailgunEvent, readMailgunEvent } from './read-mailgun-event.ts';
import { MailgunReceipt } from './receipt-model.ts';

/** Longer than Mailgun tries again and longer than a signature stays fresh. */
const REMEMBERED_MS = 3 * DAY_MS;

type Post = components['schemas']['MailgunEventPost'];

/** Tells `early` when it has to come again: the message is still being sent. */
async function apply(services: Services, event: MailgunEvent): Promise<'done' | 'early'> {
  const messageId = event.messageId;
  if (messageId === null) return 'done';
  // The variable is the sender's word; that the message is this dealership's is ours.
  const message = await Message.findOne(
    { message_id: messageId, direction: 'outbound' },
    { recipient: 1, test: 1 },
  ).lean();
  if (!message) return 'done';
  if (event.suppression !== null && message.recipient !== null)
    await suppress(services, 'email', message.recipient, event.suppression, message.test);
  if (event.report === null) return 'done';
  const noted = await noteDeliveryReport(services, { message: { message_id: messageId }, ...event.report });
  return noted === 'early' ? 'early' : 'done';
}

async function remember(services: Services, replayKey: string): Promise<void> {
  try {
    await MailgunReceipt.create({ _id: replayKey, expires_at: after(services.clock.now(), REMEMBERED_MS) });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/**
 * Notes what Mailgun reports of a mail that was sent. The signature is remembered after its event was carried out: a
 * crash in between lets the retry do it again, which changes nothing, and a second event under it is not looked at.
 * @throws Problem 406 for a wrong or old signature, 503 where no signing key is configured
 */
export async function receiveMailgunEvent(ctx: PublicContext, post: Post): Promise<void> {
  const { services } = ctx;
  if (services.env.mailgunSigningKeys.length === 0)
    throw new Problem('unavailable', { detail: 'No signing key is configured.', headers: { 'Retry-After': '60' } });
  const verdict = verifyMailgunSignature(post.signature, {
    signingKeys: [...services.env.mailgunSigningKeys],
    now: services.clock.now(),
  });
  if (!verdict.ok)
    throw new Problem('invalid_signature', {
      detail: verdict.reason === 'stale' ? 'The signature is too old.' : 'The signature does not match.',
    });
  const event = readMailgunEvent(post['event-data']);
  const dealership = event.dealershipId === null ? null : await findDealership(event.dealershipId);
  if (!dealership) return;
  await runAsTenant(dealership._id, async () => {
    if (await MailgunReceipt.exists({ _id: verdict.replayKey })) return;
    // Mailgun comes again; what is tried in the background meanwhile may be forgotten by a crash.
    if ((await apply(services, event)) === 'early')
      throw new Problem('unavailable', { detail: 'The mail is still being sent.', headers: { 'Retry-After': '60' } });
    await remember(services, verdict.replayKey);
  });
}
