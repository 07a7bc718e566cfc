import type { components } from '../../generated/openapi.ts';
import { unprocessable } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { changeEntry } from './change-entry.ts';
import { diffLines } from './diff-lines.ts';
import { findEntry } from './find-entry.ts';
import type { KnowledgeEntryRecord } from './model.ts';
import { readPage } from './read-page.ts';

interface RefetchPage {
  ctx: TenantContext;
  input: { entry_id: string };
}

interface Refetched {
  entry: KnowledgeEntryRecord;
  changed: boolean;
  differences: components['schemas']['KnowledgeDifference'][];
}

/**
 * Reads the web page of an entry again; what became different is a new version, and is told line by line.
 * @throws Problem 404 when the dealership has no such entry, 422 when it is not of a web page or cannot be read now
 */
export async function refetchPage({ ctx, input }: RefetchPage): Promise<Refetched> {
  const before = await findEntry(input.entry_id);
  if (before.url === null) throw unprocessable([{ pointer: '#', detail: 'The entry does not come from a web page.' }]);
  const page = await readPage(ctx.services.safeFetch, before.url);
  const entry = await changeEntry({
    ctx,
    entryId: before._id,
    change: 'refetched',
    content: { text: page.text },
    about: { fetched_at: ctx.services.clock.now() },
  });
  return { entry, changed: entry.text !== before.text, differences: diffLines(before.text, entry.text) };
}
