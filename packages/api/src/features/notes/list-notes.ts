import { findPage, type Page, type PageRequest } from '../../database/page.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { findLead } from '../leads/find-lead.ts';
import { Note, type NoteRecord } from './model.ts';

interface ListNotes {
  ctx: TenantContext;
  input: PageRequest & { lead_id: string };
}

/**
 * Lists what colleagues wrote about a lead, newest first.
 * @throws Problem 404 when the caller may not see the lead, or it was deleted
 */
export async function listNotes({ ctx, input }: ListNotes): Promise<Page<NoteRecord>> {
  const lead = await findLead(ctx, input.lead_id);
  return findPage(Note, {
    filter: { lead_id: lead._id },
    orderBy: 'created_at',
    direction: 'newest_first',
    request: input,
  });
}
