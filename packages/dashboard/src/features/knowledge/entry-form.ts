import type { KnowledgeEntry, KnowledgeEntryCreate, KnowledgeKind, KnowledgeSummary, Language } from '@norvalt/sdk';

/** The fields of the editor; an empty text is what was not given. */
export interface EntryFields {
  title: string;
  text: string;
  category: string;
  language: Language | '';
  valid_from: string;
  valid_to: string;
  enabled: boolean;
  translations: { language: Language; title: string; text: string }[];
}

/** The fields as they begin: of an entry, of what is known of a new one, or empty. */
export function toFields(entry: KnowledgeEntry | Partial<Pick<EntryFields, 'title' | 'text'>> | null): EntryFields {
  const blank: EntryFields = {
    title: '',
    text: '',
    category: '',
    language: '',
    valid_from: '',
    valid_to: '',
    enabled: true,
    translations: [],
  };
  if (entry === null) return blank;
  if (!('id' in entry)) return { ...blank, ...entry };
  const { title, text, category, language, valid_from, valid_to, enabled, translations } = entry;
  return {
    title,
    text,
    category: category ?? '',
    language,
    valid_from: valid_from ?? '',
    valid_to: valid_to ?? '',
    enabled,
    translations: translations.map((one) => ({ ...one })),
  };
}

/** What is sent of the fields; a language that was not chosen is told by the text. */
export function toContent(fields: EntryFields): Omit<KnowledgeEntryCreate, 'kind'> {
  const { language, category, valid_from, valid_to, translations, ...rest } = fields;
  return {
    ...rest,
    ...(language === '' ? {} : { language }),
    category: category.trim() || null,
    valid_from: valid_from || null,
    valid_to: valid_to || null,
    translations: translations.filter(({ title, text }) => title.trim() !== '' && text.trim() !== ''),
  };
}

export type Validity = 'valid' | 'expired' | 'upcoming';

/** Whether an entry holds on a day (`YYYY-MM-DD`). */
export function validityOn(
  { valid_from, valid_to }: Pick<KnowledgeSummary, 'valid_from' | 'valid_to'>,
  day: string,
): Validity {
  if (valid_to !== null && valid_to < day) return 'expired';
  return valid_from !== null && valid_from > day ? 'upcoming' : 'valid';
}

/** What the server is told a file is; where the browser does not know it, its name says it. */
export function typeOfFile({ name, type }: Pick<File, 'name' | 'type'>): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const known: Record<string, string> = {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    md: 'text/markdown',
    markdown: 'text/markdown',
    txt: 'text/plain',
    html: 'text/html',
    htm: 'text/html',
  };
  return known[ending] ?? (type.startsWith('text/') ? type : 'application/octet-stream');
}

export const kinds: readonly KnowledgeKind[] = ['faq', 'document'];
