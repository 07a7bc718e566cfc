import type { components } from '../../generated/openapi.ts';

/** How a CRM wants its leads. */
export interface CrmProfile {
  /** What the mail itself says: the document and nothing else, or words beside the file. */
  body: 'document' | 'words';
  attachment: boolean;
  /** Every other letter as a numeric reference, and the subject without accents. */
  ascii: boolean;
  /** With `{dealership}`, `{customer}`, `{vehicle}`, `{source}` and `{lead}` to be filled in. */
  subject: string;
}

export type CrmProfileName = components['schemas']['CrmProfile'];

/** What receivers are known to ask for: most read the text of the mail and nothing else, some only ASCII, some a file. */
export const crmProfiles: Record<CrmProfileName, CrmProfile> = {
  body: { body: 'document', attachment: false, ascii: false, subject: 'New lead: {customer} {vehicle}' },
  body_ascii: { body: 'document', attachment: false, ascii: true, subject: '{dealership}: new lead {customer}' },
  body_and_attachment: { body: 'document', attachment: true, ascii: false, subject: 'New lead: {customer} {vehicle}' },
  attachment: { body: 'words', attachment: true, ascii: false, subject: 'New lead: {customer} {vehicle}' },
};

export const SUBJECT_WORDS = ['dealership', 'customer', 'vehicle', 'source', 'lead'] as const;

/** Words in braces that are none of ours. */
export function unknownSubjectWords(subject: string): string[] {
  const known: readonly string[] = SUBJECT_WORDS;
  return [...subject.matchAll(/\{([^{}]*)\}/g)].map(([, word = '']) => word).filter((word) => !known.includes(word));
}
