import type { MessageAttachment } from '../features/messages/model.ts';

/** The fields of a Mailgun route post, as they came: the payload of a mail's arrival. */
export interface MailPayload {
  kind: 'mail';
  /** Name and values, in order; an array because field names may hold what a document's keys may not. */
  fields: [string, string[]][];
  attachments: MessageAttachment[];
  /** How many its sender announced and did not send, or more than are taken in. */
  attachmentsLeftOut: number;
}

const MAX_FIELD_CHARACTERS = 1_000_000;

/** Keeps what is needed to read the mail again later; a field longer than a million characters is cut. */
export function mailPayload(
  fields: ReadonlyMap<string, readonly string[]>,
  attachments: MailPayload['attachments'],
  attachmentsLeftOut = 0,
): MailPayload {
  const kept: [string, string[]][] = [...fields]
    .filter(([name]) => !['signature', 'token'].includes(name))
    .map(([name, values]) => [name, values.map((value) => value.slice(0, MAX_FIELD_CHARACTERS))]);
  return { kind: 'mail', fields: kept, attachments, attachmentsLeftOut };
}
