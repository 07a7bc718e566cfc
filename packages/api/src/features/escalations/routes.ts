import { ok, type Routes } from '../../http/handler.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { assignEscalation } from './assign-escalation.ts';
import { findEscalation } from './find-escalation.ts';
import { listEscalations } from './list-escalations.ts';
import type { EscalationRecord } from './model.ts';
import { presentEscalation } from './present.ts';
import { reopenEscalation } from './reopen-escalation.ts';
import { resolveEscalation } from './resolve-escalation.ts';

const shown = (ctx: TenantContext, record: EscalationRecord) => ok(presentEscalation(record, ctx.services.clock.now()));

export const escalationRoutes = {
  listEscalations: async ({ ctx, query }) => {
    const page = await listEscalations({ ctx, input: query });
    const now = ctx.services.clock.now();
    return ok({ ...page, data: page.data.map((record) => presentEscalation(record, now)) });
  },
  getEscalation: async ({ ctx, path }) => shown(ctx, await findEscalation(ctx, path.escalation_id)),
  assignEscalation: async ({ ctx, path, body }) =>
    shown(ctx, await assignEscalation({ ctx, input: { ...path, ...body } })),
  resolveEscalation: async ({ ctx, path, body }) =>
    shown(ctx, await resolveEscalation({ ctx, input: { ...path, ...body } })),
  reopenEscalation: async ({ ctx, path }) => shown(ctx, await reopenEscalation({ ctx, input: path })),
} satisfies Pick<
  Routes,
  'listEscalations' | 'getEscalation' | 'assignEscalation' | 'resolveEscalation' | 'reopenEscalation'
>;
