import { notFound } from '../../http/problem.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { visibleTo } from '../leads/find-lead.ts';
import { withoutDeleted } from '../leads/without-deleted.ts';
import { Escalation, type EscalationRecord } from './model.ts';

/**
 * Reads an escalation the caller may see.
 * @throws Problem 404
 */
export async function findEscalation(ctx: TenantContext, escalationId: string): Promise<EscalationRecord> {
  const found = await Escalation.find({ _id: escalationId, ...visibleTo(ctx) }).lean<EscalationRecord[]>();
  const [record] = await withoutDeleted(found);
  if (!record) throw notFound();
  return record;
}
