import { createHmac, randomUUID } from 'node:crypto';
import { mailgunSigningKey } from './start-product.ts';

/** A mail as its sender writes it. */
export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
  /** More headers, in order. */
  headers?: [string, string][];
}

/** Posts a mail the way a Mailgun route does, signed; the HTTP status. */
export async function postMail(webhookUrl: string, mail: Mail, signingKey = mailgunSigningKey): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = randomUUID().replaceAll('-', '').padEnd(50, '0');
  const headers: [string, string][] = [
    ['Message-Id', `<${randomUUID()}@customer.example>`],
    ['From', mail.from],
    ['To', mail.to],
    ['Subject', mail.subject],
    ...(mail.headers ?? []),
  ];
  const form = new URLSearchParams({
    recipient: mail.to,
    sender: /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from,
    from: mail.from,
    subject: mail.subject,
    'body-plain': mail.text,
    'message-headers': JSON.stringify(headers),
    timestamp,
    token,
    signature: createHmac('sha256', signingKey).update(timestamp).update(token).digest('hex'),
  });
  const answer = await fetch(webhookUrl, { method: 'POST', body: form });
  return answer.status;
}
