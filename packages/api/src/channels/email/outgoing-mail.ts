import { formatAddress, headerText } from '../email-address.ts';
import { webUrl } from './mail-html.ts';
import { messageIdsIn, normaliseMessageId } from './message-id.ts';
import { parseAddressList } from './parse-address-list.ts';

/** A file that goes out with a mail. */
export interface OutgoingFile {
  name: string;
  contentType: string;
  content: string;
}

/** A mail as it goes out; addresses as in a header, one each. */
export interface OutgoingMail {
  sendKey: string;
  /** Comes back with what the provider reports of the mail. */
  dealershipId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** `null` for a mail that is its text and nothing else. */
  html: string | null;
  attachments?: readonly OutgoingFile[];
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  replyTo: string;
  unsubscribeUrl: string | null;
  /** Set on what no person wrote, so that no machine answers it. */
  automatic: boolean;
}

/** A mail that can not be sent as it is; no attempt was made. */
export class UnsendableMail extends Error {
  override readonly name = 'UnsendableMail';
}

/**
 * From, to and subject as they may stand in a header.
 * @throws {UnsendableMail} an address that is none, or more than one
 */
export function mailEnvelope(mail: OutgoingMail): { from: string; to: string; subject: string } {
  return { from: oneAddress(mail.from, 'from'), to: oneAddress(mail.to, 'to'), subject: headerText(mail.subject) };
}

/**
 * The headers of ours that a mail carries beside From, To and Subject (RFC 5322, 2369, 8058 and 3834).
 * @throws {UnsendableMail} a Message-ID or Reply-To that is none
 */
export function mailHeaders(mail: OutgoingMail): Record<string, string> {
  if (normaliseMessageId(mail.messageId) !== mail.messageId) throw new UnsendableMail('message id invalid');
  const inReplyTo = normaliseMessageId(mail.inReplyTo);
  const references = messageIdsIn(mail.references.join(' '));
  const unsubscribe = webUrl(mail.unsubscribeUrl);
  return {
    'Message-Id': mail.messageId,
    ...(inReplyTo ? { 'In-Reply-To': inReplyTo } : {}),
    ...(references.length > 0 ? { References: references.join(' ') } : {}),
    'Reply-To': oneAddress(mail.replyTo, 'reply-to'),
    ...(unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
    ...(mail.automatic ? { 'Auto-Submitted': 'auto-replied' } : {}),
  };
}

function oneAddress(header: string, name: string): string {
  const [address, ...others] = parseAddressList(header);
  if (!address || others.length > 0 || /[\r\n]/.test(header)) throw new UnsendableMail(`${name} address invalid`);
  return formatAddress(address);
}
