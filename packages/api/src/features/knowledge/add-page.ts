import type { components } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { addEntry } from './add-entry.ts';
import { languageOf, newContent } from './create-entry.ts';
import { KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { readPage } from './read-page.ts';

interface AddPage {
  ctx: TenantContext;
  input: components['schemas']['KnowledgePageCreate'];
}

/** The address of the page itself: what comes after `#` is a place on it. */
function pageUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url) url.hash = '';
  return url?.href ?? text;
}

/**
 * Reads a web page into the knowledge. The same address again is the same entry, as it is by now.
 * @throws Problem 422 when the page cannot be read
 */
export async function addPage({ ctx, input }: AddPage): Promise<{ entry: KnowledgeEntryRecord; repeated: boolean }> {
  const url = pageUrl(input.url);
  const id = derivedId('kno', `page ${ctx.dealershipId} ${url}`);
  const existing = await KnowledgeEntry.findById(id).lean<KnowledgeEntryRecord>();
  if (existing) return { entry: existing, repeated: true };
  const page = await readPage(ctx.services.safeFetch, url);
  const content = newContent({
    title: input.title ?? page.title ?? url.replace(/^https?:\/\//, ''),
    text: page.text,
    language: input.language ?? (await languageOf(ctx, page.text)),
    category: input.category ?? null,
  });
  const about = { kind: 'document', origin: 'page', url, fetched_at: ctx.services.clock.now() } as const;
  return { entry: await addEntry({ ctx, id, content, about }), repeated: false };
}
