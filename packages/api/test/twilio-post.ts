import { createHmac } from 'node:crypto';
import { Dealership } from '../src/features/dealership/model.ts';
import type { Answer } from './client.ts';
import type { TestApp } from './start-test-app.ts';

const AUTH_TOKEN = 'twilio-auth-token-of-the-tests';
export const OUR_NUMBER = '+4759440000';

/** An account at Twilio, as the environment names it. */
export const twilioEnv = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: AUTH_TOKEN, TWILIO_FROM: OUR_NUMBER };

/** The token in the addresses that Twilio posts to for a dealership. */
export async function twilioToken(dealershipId: string): Promise<string> {
  return (await Dealership.findById(dealershipId).lean())?.inbound_token ?? '';
}

/** Posts a form as Twilio does, signed over the public address and all fields. */
export function postTwilio(
  app: TestApp,
  to: { token: string; path: 'sms' | 'status' | 'call' },
  fields: Record<string, string>,
  authToken = AUTH_TOKEN,
): Promise<Answer<unknown>> {
  const target = `/webhooks/twilio/${to.token}/${to.path}`;
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => `${text}${name}${fields[name]}`, `${app.services.env.publicUrl}${target}`);
  return app.as(null).post(target, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', authToken).update(signed).digest('base64'),
  });
}
