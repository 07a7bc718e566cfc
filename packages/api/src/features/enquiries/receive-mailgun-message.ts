import type { Request, Response } from 'express';
import { inlineFields } from '../../channels/email/inline-fields.ts';
import { type MailgunFields, TooLarge, Unreadable } from '../../channels/email/mailgun-fields.ts';
import { type InboundMail, parseInboundMail } from '../../channels/email/parse-inbound-mail.ts';
import { readMailgunRequest } from '../../channels/email/read-mailgun-request.ts';
import { verifyMailgunSignature } from '../../channels/email/verify-mailgun-signature.ts';
import { noteDealership } from '../../http/inbound-trace.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { mailPayload } from '../../intake/mail-payload.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { newId } from '../../lib/ids.ts';
import { sha256 } from '../../lib/secrets.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { Arrival } from '../arrivals/model.ts';
import { eraseAttachments } from '../attachments/erase-attachments.ts';
import { storeAttachments } from '../attachments/store-attachments.ts';
import { findDealershipByInboundToken } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';
import { findDealershipByMailbox } from '../mailbox/find-by-mailbox.ts';
import { judgeRecipient, splitAddress } from '../mailbox/judge-recipient.ts';

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

async function findByRecipient(ctx: PublicContext, mail: InboundMail | null): Promise<DealershipRecord> {
  const address = mail?.recipient ? splitAddress(mail.recipient) : null;
  const isOurs = address !== null && address.domain === ctx.services.env.mailDomain.toLowerCase();
  const dealership = isOurs ? await findDealershipByMailbox(address.name) : null;
  if (!dealership) throw new Problem('unknown_mailbox');
  return dealership;
}

const REFUSALS = {
  disabled: 'The mailbox is turned off.',
  unknown: 'The address is not one of this dealership, or its time is over.',
};

async function refuseUnwanted(ctx: PublicContext, dealership: DealershipRecord, mail: InboundMail): Promise<void> {
  const { env, clock } = ctx.services;
  const verdict = await judgeRecipient(env, dealership, mail, clock.now());
  if (verdict !== 'accepted') throw new Problem('unknown_mailbox', { detail: REFUSALS[verdict] });
}

/** The files before the mail, so that a mail that is acknowledged has all of its own; a mail that is known needs none. */
async function storeFiles(ctx: PublicContext, arrivalId: string, key: string, post: MailgunFields) {
  if (post.attachments.length === 0) return [];
  if ((await Arrival.exists({ channel: 'email', key })) !== null) return [];
  const inText = inlineFields(post.fields);
  const files = post.attachments.map((file) => ({ ...file, inline: inText.has(file.field) }));
  return storeAttachments(arrivalId, files, ctx.services.clock.now());
}

/** Announced and not sent, or beyond what is taken in. */
function leftOut({ fields, attachments }: MailgunFields): number {
  const announced = Number(fields.get('attachment-count')?.at(-1) ?? 0);
  return Number.isSafeInteger(announced) ? Math.min(10_000, Math.max(0, announced - attachments.length)) : 0;
}

async function store(
  ctx: PublicContext,
  dealership: DealershipRecord,
  post: MailgunFields & { mail: InboundMail | null },
  replayKey: string,
): Promise<'stored' | 'repeated'> {
  const { services } = ctx;
  const { mail } = post;
  const id = newId('arr', services.clock.now());
  const key =
    typeof mail?.messageId === 'string'
      ? `mail ${sha256(`${mail.messageId} ${mail.recipient ?? ''}`)}`
      : `signature ${replayKey}`;
  const attachments = await storeFiles(ctx, id, key, post);
  const { arrival, repeated } = await recordArrival(services, {
    dealershipId: dealership._id,
    id,
    channel: 'email',
    key,
    replayKey,
    test: false,
    payload: mailPayload(post.fields, attachments, leftOut(post)),
    from: mail?.from?.email ?? mail?.sender ?? null,
    subject: mail?.subject ?? null,
    text: mail?.text || mail?.fullText || '',
  });
  if (repeated) {
    if (attachments.length > 0) services.background.track(eraseAttachments({ arrival_id: id }));
    return 'repeated';
  }
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
  const forAll = ctx.services.env.mailRouteToken === token;
  const byToken = forAll ? null : await findDealershipByInboundToken(token);
  // Nobody's address: refused before the body is read.
  if (!forAll && !byToken) throw new Problem('unknown_mailbox', { headers: { Connection: 'close' } });
  const post = await readFields(request);
  const replayKey = verify(ctx, post.fields);
  const mail = readOrNull(post.fields);
  const dealership = byToken ?? (await findByRecipient(ctx, mail));
  noteDealership(dealership._id);
  const status = await runAsTenant(dealership._id, async () => {
    if (mail !== null) await refuseUnwanted(ctx, dealership, mail);
    return store(ctx, dealership, { ...post, mail }, replayKey);
  }).catch((error: unknown) => {
    if (error instanceof Problem) throw error;
    throw new Problem('unavailable', { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause: error });
  });
  response.status(200).json({ status });
}
