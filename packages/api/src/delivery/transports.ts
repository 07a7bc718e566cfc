import type { OutgoingMail } from '../channels/email/outgoing-mail.ts';
import type { SendResult } from '../channels/send-result.ts';
import type { OutgoingSms } from '../channels/sms/twilio-client.ts';
import type { OutboxRecord } from '../features/outbox/model.ts';

/** Sends mail, or says that it cannot be known whether it did. */
export interface EmailTransport {
  readonly kind: 'mailgun' | 'none';
  send(mail: OutgoingMail): Promise<SendResult>;
  findSent(mail: { messageId: string; since: Date }): Promise<'found' | 'not_found'>;
}

/** Sends SMS, or says that it cannot be known whether it did. */
export interface SmsTransport {
  readonly kind: 'twilio' | 'none';
  readonly from: string;
  send(sms: OutgoingSms): Promise<SendResult>;
  /** The provider's ids of the messages with this text to this number since then. */
  findSent(sms: { to: string; text: string; since: Date }): Promise<string[]>;
}

/** What is kept of a message that went to the outbox. */
export type OutboxEnvelope = Pick<OutboxRecord, 'channel' | 'from' | 'to' | 'subject' | 'text' | 'html' | 'headers'>;
