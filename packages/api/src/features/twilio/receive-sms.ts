import type { Request, Response } from 'express';
import { readSmsCommand } from '../../channels/sms/read-sms-command.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { obeyNumberCommand } from '../../intake/obey-number-command.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import type { SmsPayload } from '../../intake/sms-payload.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { answerTwilio } from './answer-twilio.ts';
import { readTwilioPost, type TwilioPost } from './read-twilio-post.ts';

const MAX_MEDIA = 10;
const MAX_TEXT = 10_000;

function payloadOf({ field }: TwilioPost): SmsPayload {
  const count = Math.min(MAX_MEDIA, Number.parseInt(field('NumMedia'), 10) || 0);
  return {
    kind: 'sms',
    from: field('From').slice(0, 100),
    to: field('To').slice(0, 100),
    text: field('Body').replaceAll('\u0000', '').slice(0, MAX_TEXT),
    optOutType: field('OptOutType') || null,
    media: Array.from({ length: count }, (_, at) => field(`MediaContentType${at}`).slice(0, 100) || 'attachment'),
  };
}

/**
 * Takes in an SMS that Twilio posts: 200 with empty TwiML once it is stored. What a STOP forbids is forbidden before
 * the answer goes back.
 */
export async function receiveSms(ctx: PublicContext, token: string, request: Request, response: Response) {
  const { services } = ctx;
  const post = await readTwilioPost(ctx, token, request);
  const sid = post.field('MessageSid') || post.field('SmsSid');
  const payload = payloadOf(post);
  if (sid === '' || payload.from === '') throw new Problem('invalid_request', { detail: 'It is not an SMS.' });
  await runAsTenant(post.dealership._id, async () => {
    const { arrival, repeated } = await recordArrival(services, {
      dealershipId: post.dealership._id,
      channel: 'sms',
      key: `sms ${sid.slice(0, 100)}`,
      test: false,
      payload,
      from: payload.from,
      subject: null,
      text: payload.text,
    });
    // Whatever comes of the rest, and also when an impatient Twilio posts it again meanwhile. An old one that comes once
    // more is over: the customer may have said START since.
    if (arrival.state !== 'done')
      await obeyNumberCommand(services, readSmsCommand(payload.text, payload.optOutType), payload.from);
    if (!repeated) services.background.track(workOnArrival(services, arrival).then((worked) => worked.settled));
  });
  answerTwilio(response);
}
