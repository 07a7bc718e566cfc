import { presentPage } from '../../database/page.ts';
import type { components } from '../../generated/openapi.ts';
import { ok, type Routes } from '../../http/handler.ts';
import { historyActor } from '../leads/add-history.ts';
import { findLead } from '../leads/find-lead.ts';
import { cancelFollowUps } from './cancel-follow-ups.ts';
import { listFollowUps } from './list-follow-ups.ts';
import type { FollowUpRecord } from './model.ts';

function presentFollowUp(record: FollowUpRecord): components['schemas']['FollowUp'] {
  return {
    id: record._id,
    lead_id: record.lead_id,
    step: record.step,
    state: record.state,
    due_at: record.due_at.toISOString(),
    state_reason: record.state_reason,
    message_id: record.message_id,
  };
}

export const followUpRoutes = {
  listFollowUps: async ({ ctx, path, query }) =>
    ok(presentPage(await listFollowUps({ ctx, input: { ...query, ...path } }), presentFollowUp)),
  cancelFollowUps: async ({ ctx, path }) => {
    const lead = await findLead(ctx, path.lead_id);
    const ref = { id: lead._id, dealershipId: ctx.dealershipId, test: lead.test };
    await cancelFollowUps(ctx.services, ref, `Cancelled by ${ctx.actor.name}`, historyActor(ctx.actor));
    return ok(presentPage(await listFollowUps({ ctx, input: path }), presentFollowUp));
  },
} satisfies Pick<Routes, 'listFollowUps' | 'cancelFollowUps'>;
