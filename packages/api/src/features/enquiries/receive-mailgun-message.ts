import type { Request, Response } from 'express';
import { type MailgunFields, TooLarge, Unreadable } from '../../channels/email/mailgun-fields.ts';
import { type InboundMail, parseInboundMail } from '../../channels/email/parse-inbound-mail.ts';
import { readMailgunRequest } from '../../channels/email/read-mailgun-request.ts';
import { verifyMailgunSignature } from '../../channels/email/verify-mailgun-signature.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { mailPayload } from '../../intake/mail-payload.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { sha256 } from '../../lib/secrets.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { findDealershipByInboundToken } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';

const RETRY_AFTER_SECONDS = '60';

function refusal(error: unknown): Problem | null {
  if (error instanceof TooLarge)
    return new Problem('not_acceptable', { detail: 'The mail is larger than 30 MB.', cause: error });
  if (error instanceof Unreadable)
    return new Problem('not_acceptable', { detail: 'The post could not be read as a form.', cause: error });
  return null;
}

async function readFields(request: Request): Promise<MailgunFields> {
  try {
    return await readMailgunRequest(request);
  } catch (error) {
    throw refusal(error) ?? error;
  }
}

function verify(ctx: PublicContext, fields: MailgunFields['fields']): string {
  const verdict = verifyMailgunSignature(
    { timestamp: fields.get('timestamp'), token: fields.get('token'), signature: fields.get('signature') },
    { signingKeys: [...ctx.services.env.mailgunSigningKeys], now: ctx.services.clock.now() },
  );
  if (verdict.ok) return verdict.replayKey;
  throw new Problem('invalid_signature', {
    detail: verdict.reason === 'stale' ? 'The signature is too old.' : 'The signature does not match.',
  });
}

/** A mail that cannot be read is stored all the same: intake puts it where a person sees it. */
function readOrNull(fields: MailgunFields['fields']): InboundMail | null {
  try {
    return parseInboundMail(fields);
  } catch {
    return null;
  }
}

async function store(
  ctx: PublicContext,
  dealership: DealershipRecord,
  post: MailgunFields,
  replayKey: string,
): Promise<'stored' | 'repeated'> {
  const { services } = ctx;
  const mail = readOrNull(post.fields);
  const attachments = post.attachments.map(({ name, contentType, sizeBytes }) => ({ name, contentType, sizeBytes }));
  const { arrival, repeated } = await recordArrival(services, {
    dealershipId: dealership._id,
    channel: 'email',
    key:
      typeof mail?.messageId === 'string'
        ? `mail ${sha256(`${mail.messageId} ${mail.recipient ?? ''}`)}`
        : `signature ${replayKey}`,
    replayKey,
    test: false,
    payload: mailPayload(post.fields, attachments),
    from: mail?.from?.email ?? mail?.sender ?? null,
    subject: mail?.subject ?? null,
    text: mail?.text || mail?.fullText || '',
  });
  if (repeated) return 'repeated';
  // Reading it may take a model's time, which Mailgun must not wait for: it is stored, and that is what 200 says.
  services.background.track(workOnArrival(services, arrival).then((worked) => worked.settled));
  return 'stored';
}

/**
 * Takes in a mail that a Mailgun route posts. 200 once it is stored, 406 for what no retry can mend, 503 for everything
 * that is our own trouble.
 */
export async function receiveMailgunMessage(
  ctx: PublicContext,
  token: string,
  request: Request,
  response: Response,
): Promise<void> {
  if (ctx.services.env.mailgunSigningKeys.length === 0) {
    throw new Problem('unavailable', {
      detail: 'No signing key is configured.',
      headers: { 'Retry-After': RETRY_AFTER_SECONDS },
    });
  }
  const dealership = await findDealershipByInboundToken(token);
  if (!dealership) throw new Problem('unknown_mailbox', { headers: { Connection: 'close' } });
  const post = await readFields(request);
  const replayKey = verify(ctx, post.fields);
  const status = await runAsTenant(dealership._id, () => store(ctx, dealership, post, replayKey)).catch(
    (error: unknown) => {
      throw new Problem('unavailable', { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause: error });
    },
  );
  response.status(200).json({ status });
}
