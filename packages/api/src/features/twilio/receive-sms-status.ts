import type { Request, Response } from 'express';
import { type DeliveryReport, noteDeliveryReport } from '../../delivery/note-delivery-report.ts';
import { suppress } from '../../delivery/suppression.ts';
import type { PublicContext } from '../../http/request-context.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { answerTwilio } from './answer-twilio.ts';
import { readTwilioPost } from './read-twilio-post.ts';

/** The states of Twilio that say more than "sent". */
const REPORTS: Record<string, DeliveryReport['state']> = {
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
};
/** https://www.twilio.com/docs/api/errors/21610: the recipient has opted out. */
const OPTED_OUT = '21610';

/** Notes what Twilio reports of an SMS that was sent; what it reports twice, late or of a stranger changes nothing. */
export async function receiveSmsStatus(ctx: PublicContext, token: string, request: Request, response: Response) {
  const { dealership, field } = await readTwilioPost(ctx, token, request);
  const state = REPORTS[field('MessageStatus').toLowerCase()];
  const errorCode = field('ErrorCode');
  const sid = field('MessageSid') || field('SmsSid');
  await runAsTenant(dealership._id, async () => {
    if (errorCode === OPTED_OUT && field('To') !== '') await suppress(ctx.services, 'sms', field('To'), 'stop');
    if (state === undefined || sid === '') return;
    await noteDeliveryReport(ctx.services, {
      message: { provider_id: sid },
      state,
      reason: state === 'failed' ? `The operator did not deliver it${errorCode ? ` (${errorCode})` : ''}` : null,
    });
  });
  answerTwilio(response);
}
