import type { Context, Reply } from './fake-api.ts';
import { pageOf } from './page-of.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

function promote({ api, parameters }: Context): Reply {
  const arrival = api.state.arrivals.find(({ id }) => id === parameters[0]);
  const [lead] = api.state.leads;
  if (!arrival || !lead) throw new Problem(404, 'not_found');
  Object.assign(arrival, { outcome: 'lead_created', lead_id: lead.id });
  return { body: lead };
}

export const arrivalRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/v1\/arrivals$/,
    handle: ({ api, query }) => {
      const outcomes = query.get('outcome')?.split(',');
      return {
        body: pageOf(
          api.state.arrivals.filter(({ outcome }) => !outcomes || outcomes.includes(outcome)),
          query,
        ),
      };
    },
  },
  { method: 'POST', pattern: /^\/v1\/arrivals\/([^/]+)\/promote$/, handle: promote },
  {
    method: 'GET',
    pattern: /^\/v1\/outbox$/,
    handle: ({ api, query }) => {
      const channel = query.get('channel');
      return {
        body: pageOf(
          api.state.outbox.filter((message) => !channel || message.channel === channel),
          query,
        ),
      };
    },
  },
  {
    method: 'POST',
    pattern: /^\/v1\/outbox\/([^/]+)\/reply$/,
    handle: () => ({ status: 202, body: { arrival_id: 'arr_1', status: 'accepted' } }),
  },
];
