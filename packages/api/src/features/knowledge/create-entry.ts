import { detectLanguage } from '../../answering/language/detect-language.ts';
import type { Language } from '../../answering/types.ts';
import type { components } from '../../generated/openapi.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { addEntry } from './add-entry.ts';
import type { KnowledgeContent, KnowledgeEntryRecord } from './model.ts';

interface CreateEntry {
  ctx: TenantContext;
  input: components['schemas']['KnowledgeEntryCreate'];
}

const SAMPLE_CHARACTERS = 2000;

/** The language a text is in, when nobody says: what its words tell, else the dealership's own. */
export async function languageOf(ctx: TenantContext, text: string): Promise<Language> {
  const dealership = await findDealership(ctx.dealershipId);
  const hints = { declared: null, phone: null, email: null, fallback: dealership?.language ?? 'nb' };
  return detectLanguage(text.slice(0, SAMPLE_CHARACTERS), hints).language;
}

/** Content with what was not said left empty. */
export function newContent(
  fields: Pick<KnowledgeContent, 'title' | 'text' | 'language'> & Partial<KnowledgeContent>,
): KnowledgeContent {
  return { category: null, translations: [], valid_from: null, valid_to: null, enabled: true, ...fields };
}

/**
 * Adds a document or an answered question that somebody wrote.
 * @throws Problem 422 when the content is not usable or the dealership's room is full
 */
export async function createEntry({ ctx, input }: CreateEntry): Promise<KnowledgeEntryRecord> {
  const { kind, language, ...fields } = input;
  const content = newContent({
    ...fields,
    language: language ?? (await languageOf(ctx, `${fields.title}\n${fields.text}`)),
  });
  return addEntry({ ctx, id: creationIdFor(ctx, 'kno'), content, about: { kind, origin: 'written' } });
}
