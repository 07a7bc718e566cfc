import type { TenantContext } from '../../http/request-context.ts';
import { afterOpenMinutes } from '../../lib/opening-hours.ts';
import { findDealership } from '../dealership/find-dealership.ts';
import { changeEscalation } from './change-escalation.ts';
import { SLA_MINUTES } from './escalation-rules.ts';
import { findEscalation } from './find-escalation.ts';
import type { EscalationRecord } from './model.ts';

/**
 * Puts a resolved escalation back into the queue, with a time of its own; one that is open stays as it is.
 * @throws Problem 404
 */
export async function reopenEscalation({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: { escalation_id: string };
}): Promise<EscalationRecord> {
  const escalation = await findEscalation(ctx, input.escalation_id);
  if (escalation.state === 'open') return escalation;
  const dealership = await findDealership(ctx.dealershipId);
  const now = ctx.services.clock.now();
  const minutes = SLA_MINUTES[escalation.priority];
  const reopened = await changeEscalation(ctx, escalation, {
    state: 'open',
    resolution: null,
    reopened: escalation.reopened + 1,
    due_at: afterOpenMinutes(now, minutes, dealership?.opening_hours ?? [], dealership?.time_zone ?? 'UTC'),
  });
  // Somebody was faster: it is open now, or was resolved again meanwhile.
  return reopened ?? reopenEscalation({ ctx, input });
}
