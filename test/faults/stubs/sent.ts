/** One thing that a provider took to send, or that a browser in a chat was told: a line of a ledger, never changed. */
export interface Sent {
  channel: 'email' | 'sms' | 'whatsapp' | 'chat';
  /** The provider's own id. */
  id: string;
  sendKey: string;
  to: string;
  from: string;
  text: string;
  subject: string;
  /** The mail's own Message-ID and unsubscribe address; empty for all others. */
  messageId: string;
  unsubscribeUrl: string;
  /** Whom the product said it is for; empty but for a mail. */
  dealershipId: string;
  statusUrl: string;
  /** Milliseconds: when the product connected, and when it was taken. */
  connectedAt: number;
  takenAt: number;
}
