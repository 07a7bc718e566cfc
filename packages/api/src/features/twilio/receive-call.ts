import type { Request, Response } from 'express';
import { isMissedCall, readCaller } from '../../channels/sms/read-call-status.ts';
import { Problem } from '../../http/problem.ts';
import type { PublicContext } from '../../http/request-context.ts';
import type { CallPayload } from '../../intake/call-payload.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { runAsTenant } from '../../tenancy/context.ts';
import { answerTwilio } from './answer-twilio.ts';
import { readTwilioPost } from './read-twilio-post.ts';

/**
 * Takes in what Twilio tells of a call. One that nobody took becomes one lead, whichever of its reports comes first and
 * however many there are; every other report changes nothing.
 */
export async function receiveCall(ctx: PublicContext, token: string, request: Request, response: Response) {
  const { services } = ctx;
  const { dealership, field } = await readTwilioPost(ctx, token, request);
  // A leg names the call it belongs to.
  const callSid = (field('ParentCallSid') || field('CallSid')).slice(0, 100);
  if (callSid === '') throw new Problem('invalid_request', { detail: 'It is not a call.' });
  if (isMissedCall({ CallStatus: field('CallStatus'), DialCallStatus: field('DialCallStatus') })) {
    const payload: CallPayload = { kind: 'call', from: readCaller(field('From')), to: field('To').slice(0, 100) };
    await runAsTenant(dealership._id, async () => {
      const { arrival, repeated } = await recordArrival(services, {
        dealershipId: dealership._id,
        channel: 'phone',
        key: `call ${callSid}`,
        test: false,
        payload,
        from: payload.from,
        subject: null,
        text: '',
      });
      if (!repeated) services.background.track(workOnArrival(services, arrival).then((worked) => worked.settled));
    });
  }
  answerTwilio(response);
}
