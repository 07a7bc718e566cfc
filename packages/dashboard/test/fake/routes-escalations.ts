import type { Escalation } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { pageOf } from './page-of.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

function change(
  context: Context,
  update: (escalation: Escalation, body: Record<string, unknown>) => Partial<Escalation>,
): Reply {
  const { api, parameters, body } = context;
  const escalation = api.state.escalations.find(({ id }) => id === parameters[0]);
  if (!escalation) throw new Problem(404, 'not_found');
  Object.assign(escalation, update(escalation, (body ?? {}) as Record<string, unknown>));
  return { body: escalation };
}

export const escalationRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/v1\/escalations$/,
    handle: ({ api, query }) => {
      const { escalations } = api.state;
      const leadId = query.get('lead_id');
      const open = escalations.filter(({ state }) => state === 'open');
      const shown = escalations.filter(
        ({ state, lead_id }) => state === (query.get('state') ?? 'open') && (!leadId || lead_id === leadId),
      );
      return { body: { ...pageOf(shown, query), counts: { open: open.length, mine: 0, overdue: 0 } } };
    },
  },
  {
    method: 'POST',
    pattern: /^\/v1\/escalations\/([^/]+)\/assign$/,
    handle: (context) =>
      change(context, (_, body) => {
        const [me] = context.api.state.users;
        if (body.user_id === null || !me) return { assigned_to: null, taken_at: null };
        return { assigned_to: { id: me.id, name: me.name }, taken_at: new Date().toISOString() };
      }),
  },
  {
    method: 'POST',
    pattern: /^\/v1\/escalations\/([^/]+)\/resolve$/,
    handle: (context) =>
      change(context, (_, body) => ({
        state: 'resolved',
        resolution: {
          note: typeof body.note === 'string' ? body.note : null,
          by: 'Anne',
          at: new Date().toISOString(),
        },
      })),
  },
  {
    method: 'POST',
    pattern: /^\/v1\/escalations\/([^/]+)\/reopen$/,
    handle: (context) => change(context, () => ({ state: 'open', resolution: null, reopened: 1 })),
  },
];
