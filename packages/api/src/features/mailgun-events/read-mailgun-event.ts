import { normaliseMessageId } from '../../channels/email/message-id.ts';
import type { DeliveryReport } from '../../delivery/note-delivery-report.ts';
import type { SuppressionRecord } from '../../delivery/suppression-model.ts';

/** What an event means here. */
export interface MailgunEvent {
  /** From the variable that every mail of ours carries; to be checked against the message. */
  dealershipId: string | null;
  messageId: string | null;
  recipient: string | null;
  report: Pick<DeliveryReport, 'state' | 'reason'> | null;
  suppression: SuppressionRecord['reason'] | null;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 1000) : null;
}

function failure(data: Fields): Pick<MailgunEvent, 'report' | 'suppression'> {
  // Mailgun itself tries again after a temporary failure.
  if (data.severity !== 'permanent') return { report: null, suppression: null };
  const code = Number(fieldsOf(data['delivery-status']).code);
  const reason = `The mail could not be delivered${Number.isInteger(code) && code > 0 ? ` (${code})` : ''}`;
  return { report: { state: 'failed', reason }, suppression: 'bounced' };
}

function meaningOf(data: Fields): Pick<MailgunEvent, 'report' | 'suppression'> {
  switch (data.event) {
    case 'delivered':
      return { report: { state: 'delivered', reason: null }, suppression: null };
    case 'opened':
    case 'clicked':
      return { report: { state: 'read', reason: null }, suppression: null };
    case 'failed':
      return failure(data);
    case 'complained':
      return { report: null, suppression: 'complained' };
    case 'unsubscribed':
      return { report: null, suppression: 'unsubscribed' };
    default:
      return { report: null, suppression: null };
  }
}

/** Reads the `event-data` of a Mailgun webhook, whatever it holds; what is not known here means nothing. */
export function readMailgunEvent(eventData: unknown): MailgunEvent {
  const data = fieldsOf(eventData);
  const headers = fieldsOf(fieldsOf(data.message).headers);
  return {
    dealershipId: textOf(fieldsOf(data['user-variables']).dealership),
    messageId: normaliseMessageId(textOf(headers['message-id'])),
    recipient: textOf(data.recipient),
    ...meaningOf(data),
  };
}
