/** A file that came with a mail. */
export interface MailAttachment {
  /** Name of the form field, for the content-id map: `attachment-1`. */
  field: string;
  /** Safe to store and to offer for download; never empty. */
  name: string;
  contentType: string;
  sizeBytes: number;
  /** Null when the file was over what is kept in memory; name and size are known all the same. */
  content: Buffer | null;
}

/** A Mailgun form post as it was sent: every value of every field, in order. */
export interface MailgunFields {
  fields: Map<string, string[]>;
  attachments: MailAttachment[];
}

export interface MailgunLimits {
  /** Of the whole request. */
  bodyBytes: number;
  fields: number;
  /** Those beyond are left out; the mail is taken in all the same. */
  files: number;
  /** Fields and files together, also those that are left out. */
  parts: number;
  /** Of all attachments together; those beyond it are listed without their content. */
  keptAttachmentBytes: number;
}

/** Mailgun takes mails of up to 25 MB; form encoding adds to that. */
export const mailgunLimits: MailgunLimits = {
  bodyBytes: 30_000_000,
  fields: 2000,
  files: 200,
  parts: 10_000,
  keptAttachmentBytes: 30_000_000,
};

/** The request is larger than its limits: refuse it for good. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The request is not a complete form post: refuse it for good. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
