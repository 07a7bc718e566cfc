import type { OutboxRecord } from '../features/outbox/model.ts';

/** How a send ended, as far as it can be known; see the channels for how each provider's answers are read. */
export type SendResult =
  | { state: 'sent'; providerId: string | null }
  | { state: 'retry'; reason: string; retryAfterMs?: number }
  | { state: 'failed'; reason: string }
  | { state: 'reconnect'; reason: string }
  | { state: 'unknown'; reason: string };

/** A mail as it goes out. Header values are plain text without line breaks. */
export interface OutgoingEmail {
  sendKey: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  replyTo: string;
  unsubscribeUrl: string | null;
  /** Set on what the assistant writes, so that no machine answers it. */
  automatic: boolean;
}

/** An SMS as it goes out. */
export interface OutgoingSms {
  sendKey: string;
  to: string;
  text: string;
}

/** Sends mail, or says that it cannot be known whether it did. */
export interface EmailTransport {
  readonly kind: 'mailgun' | 'none';
  send(mail: OutgoingEmail): Promise<SendResult>;
  findSent(mail: { messageId: string; since: Date }): Promise<'found' | 'not_found'>;
}

/** Sends SMS, or says that it cannot be known whether it did. */
export interface SmsTransport {
  readonly kind: 'twilio' | 'none';
  readonly from: string;
  send(sms: OutgoingSms): Promise<SendResult>;
  findSent(sms: { to: string; text: string; since: Date }): Promise<'found' | 'not_found'>;
}

/** What is kept of a message that went to the outbox. */
export type OutboxEnvelope = Pick<OutboxRecord, 'channel' | 'from' | 'to' | 'subject' | 'text' | 'html' | 'headers'>;
