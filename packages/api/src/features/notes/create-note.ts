import { createOnce } from '../../database/create-once.ts';
import { recordEvents } from '../../events/record-events.ts';
import { creationIdFor } from '../../http/creation-id.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import { findLead } from '../leads/find-lead.ts';
import { Note, type NoteRecord } from './model.ts';

interface CreateNote {
  ctx: TenantContext;
  input: { lead_id: string; text: string };
}

/**
 * Adds a note to a lead.
 * @throws Problem 404 when the caller may not see the lead, or it was deleted
 */
export async function createNote({ ctx, input }: CreateNote): Promise<NoteRecord> {
  const lead = await findLead(ctx, input.lead_id);
  const now = ctx.services.clock.now();
  const note = await createOnce(Note, {
    _id: creationIdFor(ctx, 'note'),
    lead_id: lead._id,
    text: input.text,
    author: ctx.actor.name,
    created_at: now,
  });
  await addHistory({
    id: creationIdFor(ctx, 'hist'),
    leadId: lead._id,
    type: 'note_added',
    actor: historyActor(ctx.actor),
    occurredAt: now,
  });
  await recordEvents(ctx.services, ctx.dealershipId, lead.test, [
    { type: 'note.created', data: { lead_id: lead._id, note_id: note._id } },
  ]);
  return note;
}
