import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { type DeliveryReport, noteDeliveryReport } from '../../delivery/note-delivery-report.ts';
import { suppress } from '../../delivery/suppression.ts';
import type { PublicContext } from '../../http/request-context.ts';
import type { Services } from '../../services.ts';
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

/** A report may be faster than our own note of the id it is about, which is written after Twilio has answered. */
async function noteLater(services: Services, report: DeliveryReport): Promise<void> {
  for (const waitMs of [250, 1000, 4000]) {
    await sleep(waitMs);
    if ((await noteDeliveryReport(services, report)) !== 'unknown') return;
  }
}

/** Notes what Twilio reports of an SMS that was sent; what it reports twice, late or of a stranger changes nothing. */
export async function receiveSmsStatus(ctx: PublicContext, token: string, request: Request, response: Response) {
  const { dealership, field } = await readTwilioPost(ctx, token, request);
  const state = REPORTS[field('MessageStatus').toLowerCase()];
  const errorCode = field('ErrorCode');
  await runAsTenant(dealership._id, async () => {
    if (errorCode === OPTED_OUT && field('To') !== '') await suppress(ctx.services, 'sms', field('To'), 'stop');
    if (state === undefined) return;
    const report: DeliveryReport = {
      providerId: field('MessageSid') || field('SmsSid'),
      state,
      reason: state === 'failed' ? `The operator did not deliver it${errorCode ? ` (${errorCode})` : ''}` : null,
    };
    if ((await noteDeliveryReport(ctx.services, report)) === 'unknown')
      ctx.services.background.track(noteLater(ctx.services, report));
  });
  answerTwilio(response);
}
