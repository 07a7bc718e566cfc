import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { visibleTo } from '../leads/find-lead.ts';
import { Escalation, type EscalationRecord, READABLE } from './model.ts';

/**
 * Reads an escalation the caller may see.
 * @throws Problem 404
 */
export async function findEscalation(ctx: TenantContext, escalationId: string): Promise<EscalationRecord> {
  const record = await Escalation.findOne({
    _id: escalationId,
    ...READABLE,
    ...visibleTo(ctx),
  }).lean<EscalationRecord>();
  if (!record) throw notFound();
  return record;
}
