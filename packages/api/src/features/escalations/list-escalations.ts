import mongoose from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import type { operations } from '../../generated/openapi.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { withoutDeleted } from '../leads/without-deleted.ts';
import { COUNTED, Escalation, type EscalationRecord } from './model.ts';

type Input = NonNullable<operations['listEscalations']['parameters']['query']>;

interface Counts {
  open: number;
  mine: number;
  overdue: number;
}

async function count(ctx: TenantContext, open: Record<string, unknown>): Promise<Counts> {
  const { actor, services } = ctx;
  const [all, mine, overdue] = await Promise.all([
    Escalation.countDocuments(open),
    actor.type === 'user' ? Escalation.countDocuments({ ...open, 'assigned_to.id': actor.userId }) : 0,
    Escalation.countDocuments({ ...open, due_at: mongoose.trusted({ $lt: services.clock.now() }) }),
  ]);
  return { open: all, mine, overdue };
}

function filterOf(input: Input, scope: typeof COUNTED & { test: boolean }): Record<string, unknown> {
  const wanted: Record<string, unknown> = {
    ...scope,
    state: input.state ?? 'open',
    lead_id: input.lead_id,
    reasons: input.reason,
  };
  if (input.assigned_to === 'nobody') wanted.assigned_to = null;
  else wanted['assigned_to.id'] = input.assigned_to;
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** Lists what is open, what is due first in front, or what is resolved, newest first; with how many are open. */
export async function listEscalations({
  ctx,
  input,
}: {
  ctx: TenantContext;
  input: Input;
}): Promise<Page<EscalationRecord> & { counts: Counts }> {
  const scope = { ...COUNTED, test: ctx.actor.type === 'api_key' ? ctx.test : (input.test ?? false) };
  const filter = filterOf(input, scope);
  const order =
    input.state === 'resolved'
      ? ({ orderBy: 'updated_at', direction: 'newest_first' } as const)
      : ({ orderBy: 'due_at', direction: 'oldest_first' } as const);
  const [page, counts] = await Promise.all([
    findPage(Escalation, { filter, ...order, request: input }),
    count(ctx, { ...scope, state: 'open' }),
  ]);
  return { ...page, data: await withoutDeleted(page.data), counts };
}
