import type { components } from '../../generated/openapi.ts';

/** What a portal's mail tells of an enquiry. */
export type PortalField = components['schemas']['PortalField'];

/**
 * Where one field stands in a portal's mail. `before` and `until` are words of the layout; `*` in them stands for words
 * that change from mail to mail.
 */
export type PortalRule = components['schemas']['PortalRule'];

/** How the mails of one portal are laid out. */
export interface PortalTemplate {
  /** `finn`, or the id of a template that a dealership made. */
  id: string;
  name: string;
  /** Domains that its mails come from; those below them count as well. */
  senders: readonly string[];
  /** One of these stands in the subject of an enquiry, and of none of its other mails; none is any subject. */
  subjectWords: readonly string[];
  rules: readonly PortalRule[];
  /** Written from what is publicly known, not from a real mail. */
  assumed: boolean;
}
