import { createHmac, randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { runDueFollowUps } from '../src/automation/run-follow-ups.ts';
import type { OutgoingMail } from '../src/channels/email/outgoing-mail.ts';
import type { SendResult } from '../src/channels/send-result.ts';
import type { OutgoingSms } from '../src/channels/sms/twilio-client.ts';
import { deliverDue } from '../src/delivery/deliver.ts';
import type { EmailTransport, SmsTransport } from '../src/delivery/transports.ts';
import { readAccessToken, signAccessToken } from '../src/features/auth/access-token.ts';
import { Dealership } from '../src/features/dealership/model.ts';
import { FollowUp } from '../src/features/follow-ups/model.ts';
import { Lead, type LeadRecord } from '../src/features/leads/model.ts';
import { Message, type MessageRecord } from '../src/features/messages/model.ts';
import type { components } from '../src/generated/openapi.ts';
import { type Clock, SECOND_MS } from '../src/lib/clock.ts';
import type { Services } from '../src/services.ts';
import { asOperator, runAsTenant } from '../src/tenancy/context.ts';
import type { Answer, Client } from './client.ts';
import { MovableClock } from './movable-clock.ts';
import type { Person, TestApp } from './start-test-app.ts';

type Schemas = components['schemas'];

export const SIGNING_KEY = 'signing-key-of-the-tests';

/** Limits that no test runs into, and the key that inbound mail is signed with. */
export const roomyEnv = {
  RATE_LIMIT_SERVER_PER_MINUTE: '100000',
  RATE_LIMIT_BROWSER_PER_MINUTE: '100000',
  RATE_LIMIT_BROWSER_BURST: '100000',
  RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000',
  MAILGUN_SIGNING_KEY: SIGNING_KEY,
};

/** Waits until nothing goes on and nothing that is due is left. */
export async function settle(app: { services: Services; clock?: MovableClock }): Promise<void> {
  do {
    do await app.services.background.idle();
    while ((await deliverDue(app.services, 4)) > 0);
  } while (await letBurstEnd(app.clock ?? app.services.sandboxClock.real));
}

const LONGEST_PATIENCE_MS = 60_000;

/** Sets the clock to where the assistant stops waiting for more of a customer's words; `false` when it waits for none. */
async function letBurstEnd(clock: Clock): Promise<boolean> {
  if (!(clock instanceof MovableClock)) return false;
  const now = clock.now().getTime();
  const waiting = await asOperator(() =>
    Message.findOne({
      purpose: 'reply',
      state: 'pending',
      attempts: 0,
      due_at: mongoose.trusted({ $lte: new Date(now + LONGEST_PATIENCE_MS) }),
    })
      .sort({ due_at: 1 })
      .lean(),
  );
  if (waiting) clock.advance(Math.max(0, waiting.due_at.getTime() - now));
  return waiting !== null;
}

/** The person with a token of now: the clock may have moved past the old one. */
export function stillSignedIn(app: TestApp, person: Person): Client {
  const claims = readAccessToken(person.token, app.services.env.jwtSecret, new Date());
  if (!claims) throw new Error('the person was never signed in');
  return app.as(signAccessToken(claims, app.services.env.jwtSecret, app.clock.now()));
}

/** What a form of another web site posts, with a customer of its own unless the fields say otherwise. */
export function enquiry(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Kari Hansen',
    email: `kari-${randomUUID().slice(0, 8)}@example.com`,
    message: 'Er Volvo XC60 fortsatt ledig?',
    ...fields,
  };
}

/** Posts an enquiry to the plain form address and answers with the lead's id and status. */
export function postForm(
  app: TestApp,
  dealershipId: string,
  fields: Record<string, unknown> = {},
): Promise<Answer<{ lead_id: string; status: string }>> {
  return app.as(null).post(`/webhooks/form/${dealershipId}`, enquiry(fields));
}

/** Reads a lead as the database has it. */
export async function leadRecord(dealershipId: string, leadId: string): Promise<LeadRecord> {
  const lead = await runAsTenant(dealershipId, () => Lead.findOne({ _id: leadId }).lean<LeadRecord>());
  if (!lead) throw new Error(`no lead ${leadId}`);
  return lead;
}

/** Every message of a lead, alerts to colleagues included, oldest first. */
export function messageRecords(dealershipId: string, leadId: string): Promise<MessageRecord[]> {
  return runAsTenant(dealershipId, () =>
    Message.find({ lead_id: leadId }).sort({ created_at: 1, _id: 1 }).lean<MessageRecord[]>(),
  );
}

/** The assistant's answer to a lead's first question. */
export async function replyOf(dealershipId: string, leadId: string): Promise<MessageRecord> {
  const reply = (await messageRecords(dealershipId, leadId)).find(({ purpose }) => purpose === 'reply');
  if (!reply) throw new Error(`no reply to ${leadId}`);
  return reply;
}

/** The newest draft of the assistant that waits for a person. */
export async function draftOf(dealershipId: string, leadId: string): Promise<MessageRecord> {
  const draft = (await messageRecords(dealershipId, leadId)).findLast(({ state }) => state === 'draft');
  if (!draft) throw new Error(`no draft for ${leadId}`);
  return draft;
}

/** Lets a draft out, or throws it away. */
export function decide(
  client: Client,
  { lead_id, _id }: Pick<MessageRecord, 'lead_id' | '_id'>,
  what: 'approve' | 'discard',
  body: unknown = {},
): Promise<Answer<Schemas['Message'] & Schemas['Problem']>> {
  return client.post(`/v1/leads/${lead_id}/messages/${_id}/${what}`, body);
}

/** What of a lead waits for a person. */
export async function openEscalations(client: Client, leadId: string): Promise<Schemas['Escalation'][]> {
  return (await client.get<Schemas['EscalationList']>(`/v1/escalations?lead_id=${leadId}`)).body.data;
}

/** Lets time pass until a follow-up of a lead is due, from step 1, and queues it. */
export async function goToFollowUp(app: TestApp, leadId: string, step: number): Promise<void> {
  const followUp = await asOperator(() => FollowUp.findOne({ lead_id: leadId, step }).lean());
  if (!followUp) throw new Error(`no follow-up ${step} of ${leadId}`);
  app.clock.advance(followUp.due_at.getTime() - app.clock.now().getTime() + SECOND_MS);
  await runDueFollowUps(app.services);
}

/** The mails to customers and colleagues that went to the outbox for a lead, oldest first. */
export async function outboxOf(client: Client, leadId: string): Promise<Schemas['OutboxMessage'][]> {
  const answer = await client.get<Schemas['OutboxList']>(`/v1/outbox?lead_id=${leadId}&limit=100`);
  return answer.body.data.toReversed();
}

/** The path that the Mailgun route of a dealership posts to. */
export async function mailRoute(dealershipId: string): Promise<string> {
  const dealership = await Dealership.findById(dealershipId).lean();
  return `/webhooks/mailgun/inbound/${dealership?.inbound_token}`;
}

export interface MailFields {
  from?: string;
  recipient?: string;
  subject?: string;
  text?: string;
  messageId?: string | null;
  headers?: [string, string][];
  sender?: string;
}

/** The fields of a Mailgun route post, signed at a time. */
export function signedMail(mail: MailFields, at: Date, key = SIGNING_KEY): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const token = randomUUID().replaceAll('-', '');
  const from = mail.from ?? 'Ola Nordmann <ola@example.com>';
  const messageId = mail.messageId === undefined ? `<${randomUUID()}@mail.example.com>` : mail.messageId;
  const headers: [string, string][] = [
    ['From', from],
    ['Subject', mail.subject ?? ''],
    ...(messageId === null ? [] : ([['Message-Id', messageId]] as [string, string][])),
    ...(mail.headers ?? []),
  ];
  return {
    recipient: mail.recipient ?? 'post@dealer.example',
    sender: mail.sender ?? /<([^>]+)>/.exec(from)?.[1] ?? from,
    from,
    subject: mail.subject ?? '',
    'body-plain': mail.text ?? '',
    'message-headers': JSON.stringify(headers),
    timestamp,
    token,
    signature: createHmac('sha256', key).update(timestamp).update(token).digest('hex'),
  };
}

/** Posts a mail as Mailgun does, form-encoded, and waits until it is worked on. */
export async function postMail(
  app: TestApp,
  dealershipId: string,
  fields: Record<string, string>,
): Promise<Answer<{ status: string; code?: string }>> {
  const answer = await app
    .as(null)
    .post<{ status: string; code?: string }>(await mailRoute(dealershipId), new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  await app.services.background.idle();
  return answer;
}

type Answering<Sent> = (sent: Sent) => SendResult | Promise<SendResult>;

/** An e-mail provider that keeps what it accepted, and answers as the test says. */
export class RecordingEmail implements EmailTransport {
  readonly kind = 'mailgun';
  /** Every call, whatever came of it. */
  readonly calls: OutgoingMail[] = [];
  /** What a later question to the provider finds. */
  found: 'found' | 'not_found' | 'down' = 'not_found';
  answer: Answering<OutgoingMail> = () => ({ state: 'sent', providerId: 'mg-1' });

  async send(mail: OutgoingMail): Promise<SendResult> {
    this.calls.push(mail);
    return this.answer(mail);
  }

  async findSent(): Promise<'found' | 'not_found'> {
    if (this.found === 'down') throw new Error('the provider could not be asked');
    return this.found;
  }

  /** The calls for customers: alerts to colleagues left out. */
  toCustomers(): OutgoingMail[] {
    return this.calls.filter((mail) => mail.unsubscribeUrl !== null);
  }
}

/** An SMS provider of the same kind. */
export class RecordingSms implements SmsTransport {
  readonly kind = 'twilio';
  readonly from = '+4759440000';
  readonly calls: OutgoingSms[] = [];
  /** The ids that a later question to the provider finds. */
  found: string[] = [];
  answer: Answering<OutgoingSms> = RecordingSms.accept;

  /** Takes a message, under an id of its own as Twilio does. */
  static accept(this: void): SendResult {
    return { state: 'sent', providerId: `SM${randomUUID()}` };
  }

  async send(sms: OutgoingSms): Promise<SendResult> {
    this.calls.push(sms);
    return this.answer(sms);
  }

  async findSent(_sms: Parameters<SmsTransport['findSent']>[0]): Promise<string[]> {
    return this.found;
  }
}
