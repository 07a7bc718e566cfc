import { createHmac } from 'node:crypto';
import type { Dealership } from '../support/dealership.ts';
import type { Clock } from '../support/fast-clock.ts';
import { SIGNING_KEY } from '../support/product-environment.ts';
import type { Customer, Post } from './post.ts';
import { MAILGUN } from './retry-rules.ts';

/** The signed fields of a Mailgun post of this moment. */
export function mailgunSignature(clock: Clock, key = SIGNING_KEY) {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const token = createHmac('sha256', key).update(`${performance.now()} ${Math.random()}`).digest('hex').slice(0, 50);
  return { timestamp, token, signature: createHmac('sha256', key).update(timestamp).update(token).digest('hex') };
}

interface MailWords {
  words: string;
  /** Message-ID of what it answers. */
  inReplyTo?: string;
  signingKey?: string;
}

/** A mail that a Mailgun route passes on; each try is signed anew. */
export function mailPost(
  clock: Clock,
  dealership: Dealership,
  customer: Customer,
  token: string,
  mail: MailWords,
): Post {
  const answered: [string, string][] = mail.inReplyTo
    ? [
        ['In-Reply-To', mail.inReplyTo],
        ['References', mail.inReplyTo],
      ]
    : [];
  const from = `${customer.name} <${customer.email}>`;
  const to = `${dealership.mailbox}@mail.norvalt.example`;
  const fields = {
    recipient: to,
    sender: customer.email,
    from,
    subject: 'Volvo XC60',
    'body-plain': `${mail.words} ${token}`,
    'message-headers': JSON.stringify([
      ['Message-Id', `<${token}@customer.example>`],
      ['From', from],
      ['To', to],
      ['Subject', 'Volvo XC60'],
      ...answered,
    ]),
  };
  return {
    channel: 'mail',
    dealership,
    customer,
    token,
    path: `/webhooks/mailgun/inbound/${dealership.inboundToken}`,
    request: () => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, ...mailgunSignature(clock, mail.signingKey) }).toString(),
    }),
    rule: MAILGUN,
  };
}
