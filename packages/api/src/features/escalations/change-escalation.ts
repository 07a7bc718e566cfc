import { recordEvents } from '../../events/record-events.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { Escalation, type EscalationRecord } from './model.ts';

/**
 * Changes an escalation that is still in the state it was read in, and as `unchanged` says besides; `null` when somebody
 * was faster. The streams that are open hear of it.
 */
export async function changeEscalation(
  ctx: TenantContext,
  before: EscalationRecord,
  set: Partial<EscalationRecord>,
  unchanged: Pick<Partial<EscalationRecord>, 'taken_at'> = {},
): Promise<EscalationRecord | null> {
  const updated = await Escalation.findOneAndUpdate(
    { _id: before._id, state: before.state, reopened: before.reopened, ...unchanged },
    { $set: { ...set, updated_at: ctx.services.clock.now() } },
    { returnDocument: 'after' },
  ).lean<EscalationRecord>();
  if (!updated) return null;
  await recordEvents(ctx.services, ctx.dealershipId, updated.test, [
    {
      type: 'escalation.updated',
      data: { escalation_id: updated._id, ...(updated.lead_id ? { lead_id: updated.lead_id } : {}) },
    },
  ]);
  return updated;
}
