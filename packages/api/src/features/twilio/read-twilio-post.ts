import type { Request } from 'express';
import { parseUrlencoded } from '../../channels/email/parse-urlencoded.ts';
import { verifyTwilioSignature } from '../../channels/sms/verify-twilio-signature.ts';
import { Problem } from '../../http/problem.ts';
import { readBody } from '../../http/read-body.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { findDealershipByInboundToken } from '../dealership/find-dealership.ts';
import type { DealershipRecord } from '../dealership/model.ts';

const MAX_BYTES = 256 * 1024;
const RETRY_LATER = { 'Retry-After': '30' };

/** A post of Twilio whose signature is right. */
export interface TwilioPost {
  dealership: DealershipRecord;
  /** The first value of a field; an empty text where there is none. */
  field(name: string): string;
}

/**
 * Reads a form post of Twilio and checks who sent it, before anything is done.
 * @throws Problem 403 for a wrong signature or an unknown token, 413, 415, 503 where Twilio is not configured
 */
export async function readTwilioPost(ctx: PublicContext, token: string, request: Request): Promise<TwilioPost> {
  const { env } = ctx.services;
  if (env.twilio === null)
    throw new Problem('unavailable', { detail: 'Twilio is not configured.', headers: RETRY_LATER });
  // A JSON body is signed in another way; taken without that, anybody could post one.
  if (!request.is('application/x-www-form-urlencoded')) throw new Problem('unsupported_media_type');
  const fields = parseUrlencoded(await readBody(request, MAX_BYTES, 'A post of Twilio is never this large.'), 'utf-8');
  const signed = verifyTwilioSignature(
    { url: `${env.publicUrl}${request.originalUrl}`, fields, signature: request.get('x-twilio-signature') },
    env.twilio.authToken,
  );
  const dealership = signed ? await findDealershipByInboundToken(token) : null;
  if (!dealership) throw new Problem('forbidden', { detail: 'The signature does not match.' });
  return { dealership, field: (name) => fields.get(name)?.[0] ?? '' };
}
