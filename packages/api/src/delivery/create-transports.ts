import { createMailgunClient } from '../channels/email/mailgun-client.ts';
import { createTwilioClient } from '../channels/sms/twilio-client.ts';
import type { Env } from '../env.ts';
import type { EmailTransport, SmsTransport } from './transports.ts';

const NOT_CONFIGURED = { state: 'reconnect', reason: 'No provider is configured' } as const;

/** Mailgun where it is configured; else nothing, and mail goes to the outbox. */
export function createEmailTransport(env: Env): EmailTransport {
  if (env.mailgun === null)
    return { kind: 'none', send: async () => NOT_CONFIGURED, findSent: async () => 'not_found' };
  const client = createMailgunClient(env.mailgun);
  return {
    kind: 'mailgun',
    send: (mail) => client.send(mail),
    findSent: ({ messageId, since }) => client.findSent(messageId, since),
  };
}

/** Twilio where it is configured; else nothing, and SMS goes to the outbox. */
export function createSmsTransport(env: Env): SmsTransport {
  if (env.twilio === null)
    return { kind: 'none', from: 'Norvalt', send: async () => NOT_CONFIGURED, findSent: async () => [] };
  const client = createTwilioClient(env.twilio);
  return {
    kind: 'twilio',
    from: env.twilio.from,
    send: (sms) => client.send(sms),
    findSent: (sms) => client.findSent(sms),
  };
}
