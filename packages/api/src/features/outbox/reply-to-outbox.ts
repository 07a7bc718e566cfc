import { randomUUID } from 'node:crypto';
import { notFound, unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { mailPayload } from '../../intake/mail-payload.ts';
import { recordArrival } from '../../intake/record-arrival.ts';
import { workOnArrival } from '../../intake/work-on-arrival.ts';
import { Outbox, type OutboxRecord } from './model.ts';

interface ReplyToOutbox {
  ctx: TenantContext;
  input: { outbox_id: string; text: string };
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** The fields a Mailgun route would post for the customer's answer. */
function answerFields(mail: OutboxRecord, text: string, now: Date): Map<string, string[]> {
  const replyTo = mail.headers['Reply-To'] ?? mail.from;
  const headers: [string, string][] = [
    ['Message-Id', `<${randomUUID()}@customer.example>`],
    ['In-Reply-To', mail.headers['Message-ID'] ?? ''],
    ['References', mail.headers['Message-ID'] ?? ''],
    ['From', mail.to],
    ['To', replyTo],
  ];
  return new Map([
    ['recipient', [replyTo]],
    ['sender', [/<([^>]+)>/.exec(mail.to)?.[1] ?? mail.to]],
    ['from', [mail.to]],
    ['subject', [`Re: ${(mail.subject ?? '').replace(/^re: /i, '')}`]],
    ['body-plain', [`${text}\n\nOn ${now.toUTCString()}, ${mail.from} wrote:\n${quote(mail.text)}`]],
    ['timestamp', [String(Math.floor(now.getTime() / 1000))]],
    ['message-headers', [JSON.stringify(headers)]],
  ]);
}

/**
 * Answers a mail of the outbox in the customer's place; from the arrival on it is a mail like any other.
 * @throws Problem 404, 422 for an SMS or a mail to a colleague
 */
export async function replyToOutbox({ ctx, input }: ReplyToOutbox): Promise<{ arrivalId: string }> {
  const mail = await Outbox.findOne({ _id: input.outbox_id }).lean<OutboxRecord>();
  if (!mail) throw notFound();
  if (mail.channel !== 'email' || mail.audience !== 'customer') {
    throw unprocessable([{ pointer: '#', detail: 'Only a mail to a customer can be answered here.' }]);
  }
  const { services } = ctx;
  const { arrival } = await recordArrival(services, {
    dealershipId: ctx.dealershipId,
    channel: 'email',
    key: ctx.creationId,
    test: false,
    payload: mailPayload(answerFields(mail, input.text, services.clock.now()), []),
    from: mail.to,
    subject: mail.subject,
    text: input.text,
  });
  services.background.track(workOnArrival(services, arrival).then((worked) => worked.settled));
  return { arrivalId: arrival._id };
}
