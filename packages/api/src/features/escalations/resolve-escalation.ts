import { Problem } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { addHistory, historyActor } from '../leads/add-history.ts';
import { updateLead } from '../leads/update-lead.ts';
import { changeEscalation } from './change-escalation.ts';
import { findEscalation } from './find-escalation.ts';
import type { EscalationRecord } from './model.ts';

interface ResolveEscalation {
  ctx: TenantContext;
  input: { escalation_id: string; note?: string; hand_back?: boolean };
}

async function handBack(ctx: TenantContext, leadId: string): Promise<void> {
  const input = { lead_id: leadId, ifMatch: undefined, changes: { handled_by: 'assistant' as const } };
  await updateLead({ ctx, input }).catch((error: unknown) => {
    // A lead that was deleted meanwhile has nobody to be handed to.
    if (!(error instanceof Problem && error.code === 'not_found')) throw error;
  });
}

/**
 * Marks an escalation as dealt with, and gives the conversation back to the assistant where that is asked for. A second
 * time changes nothing: the first note stays.
 * @throws Problem 404
 */
export async function resolveEscalation({ ctx, input }: ResolveEscalation): Promise<EscalationRecord> {
  const escalation = await findEscalation(ctx, input.escalation_id);
  if (escalation.state === 'resolved') return escalation;
  const at = ctx.services.clock.now();
  const note = input.note?.trim() || null;
  // Before it is resolved: a crash in between leaves it open, and the next click does both.
  if (input.hand_back && escalation.lead_id) await handBack(ctx, escalation.lead_id);
  const resolved = await changeEscalation(ctx, escalation, {
    state: 'resolved',
    resolution: { note, by: ctx.actor.name, at },
  });
  // Somebody resolved it meanwhile: that stands, unless it was opened again since.
  if (!resolved) return resolveEscalation({ ctx, input });
  if (resolved.lead_id) {
    await addHistory({
      id: derivedId('hist', `resolved ${resolved._id} ${resolved.reopened}`),
      leadId: resolved.lead_id,
      type: 'escalation_resolved',
      actor: historyActor(ctx.actor),
      to: resolved.reason,
      reason: note,
      occurredAt: at,
    });
  }
  return resolved;
}
