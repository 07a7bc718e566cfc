import type { Crm, CrmDelivery, Lead } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import type { Route } from './routes.ts';

export function makeCrm(): Crm {
  return {
    enabled: true,
    address: 'leads@crm.example',
    profile: 'body',
    subject: null,
    default_subject: 'New lead: {customer} {vehicle}',
  };
}

export function makeCrmDeliveries(nowMs: number, leads: readonly Lead[]): CrmDelivery[] {
  const states = ['delivered', 'failed', 'sent'] as const;
  return leads.slice(0, states.length).map((lead, index) => ({
    id: fakeId('msg', 900 + index),
    lead_id: lead.id,
    state: states[index] ?? 'sent',
    state_reason: states[index] === 'failed' ? 'No such mailbox' : null,
    recipient: 'leads@crm.example',
    subject: `New lead: ${lead.customer.name ?? ''}`,
    document: `<?adf version="1.0"?>\n<adf>\n  <prospect status="new">\n    <id source="norvalt">${lead.id}</id>\n  </prospect>\n</adf>\n`,
    created_at: new Date(nowMs - (index + 1) * 600_000).toISOString(),
    sent_at: new Date(nowMs - (index + 1) * 600_000).toISOString(),
  }));
}

function update({ api, body }: Context): Reply {
  Object.assign(api.state.crm, body);
  return { body: api.state.crm };
}

function retry({ api, parameters }: Context): Reply {
  const delivery = api.state.crmDeliveries.find(({ id }) => id === parameters[0]);
  if (!delivery) return { status: 404, body: {} };
  Object.assign(delivery, { state: 'pending', state_reason: null, document: null });
  return { body: delivery };
}

export const crmRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/crm$/, handle: ({ api }) => ({ body: api.state.crm }) },
  { method: 'PATCH', pattern: /^\/v1\/crm$/, handle: update },
  {
    method: 'GET',
    pattern: /^\/v1\/crm\/deliveries$/,
    handle: ({ api, query }) => ({ body: pageOf(api.state.crmDeliveries, query) }),
  },
  { method: 'POST', pattern: /^\/v1\/crm\/deliveries\/([^/]+)\/retry$/, handle: retry },
];
