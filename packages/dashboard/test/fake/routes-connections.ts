import type {
  Connection,
  ConnectionCreate,
  ConnectionTemplateList,
  ConnectionUpdate,
  ReplyChannel,
} from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

const templates: ConnectionTemplateList['data'] = [
  {
    name: 'still_interested',
    language: 'nb',
    body: 'Hei {{1}}, dette er {{2}}. Er du fortsatt interessert i {{3}}?',
    placeholders: 3,
  },
];

const now = () => new Date().toISOString();

export function makeConnection(number: number, fields: Partial<Connection>): Connection {
  return {
    id: fakeId('con', number),
    provider: 'facebook',
    external_id: '104729381723',
    account_id: null,
    name: 'Fjord Bil Bergen',
    template: null,
    state: 'connected',
    state_since: now(),
    last_event_at: null,
    last_success_at: now(),
    last_error: null,
    last_error_at: null,
    token_expires_at: null,
    waiting: 0,
    found_by_poll: 0,
    created_at: now(),
    updated_at: now(),
    ...fields,
  };
}

function create({ api, body }: Context): Reply {
  const { token, provider, ...input } = body as ConnectionCreate;
  if (token.startsWith('wrong'))
    throw new Problem(422, 'unprocessable', [{ pointer: '#/token', detail: '(#190) Invalid OAuth access token.' }]);
  const name = provider === 'whatsapp' ? 'Fjord Bil +47 55 12 34 56' : 'Fjord Bil Bergen';
  const connection = makeConnection(1 + api.state.connections.length, { provider, name, ...input });
  api.state.connections.unshift(connection);
  return { status: 201, body: connection };
}

function one({ api, parameters }: Context): Connection {
  const found = api.state.connections.find(({ id }) => id === parameters[0]);
  if (!found) throw new Problem(404, 'not_found');
  return found;
}

function update(context: Context): Reply {
  const connection = one(context);
  const { token, template } = context.body as ConnectionUpdate;
  if (token !== undefined) Object.assign(connection, { state: 'connected', waiting: 0, last_success_at: now() });
  if (template !== undefined) {
    const body = templates.find(({ name }) => name === template?.name)?.body ?? '';
    connection.template = template && { ...template, body };
  }
  return { body: connection };
}

function remove({ api, parameters }: Context): Reply {
  api.state.connections = api.state.connections.filter(({ id }) => id !== parameters[0]);
  return { status: 204 };
}

function tryOut(context: Context): Reply {
  const connection = one(context);
  const ok = connection.state === 'connected';
  return { body: { ok, detail: ok ? null : connection.last_error, connection } };
}

function channelsOf({ api, parameters }: Context): Reply {
  const lead = api.state.leads.find(({ id }) => id === parameters[0]);
  if (!lead) throw new Problem(404, 'not_found');
  const made = api.state.replyChannels.get(lead.id) ?? [];
  const simple = (channel: 'email' | 'sms', recipient: string | null): ReplyChannel => ({
    channel,
    possible: recipient !== null,
    reason: recipient === null ? 'no_address' : null,
    recipient,
    window_closes_at: null,
    template_text: null,
  });
  return { body: { data: [simple('email', lead.customer.email), simple('sms', lead.customer.phone), ...made] } };
}

export const connectionRoutes: Route[] = [
  {
    method: 'GET',
    pattern: /^\/v1\/connections$/,
    handle: ({ api, query }) => ({
      body: {
        ...pageOf(api.state.connections, query),
        setup: { available: true, webhook_url: `${api.origin}/webhooks/meta` },
      },
    }),
  },
  { method: 'POST', pattern: /^\/v1\/connections$/, handle: create },
  { method: 'PATCH', pattern: /^\/v1\/connections\/([^/]+)$/, handle: update },
  { method: 'DELETE', pattern: /^\/v1\/connections\/([^/]+)$/, handle: remove },
  { method: 'POST', pattern: /^\/v1\/connections\/([^/]+)\/test$/, handle: tryOut },
  {
    method: 'GET',
    pattern: /^\/v1\/connections\/([^/]+)\/templates$/,
    handle: () => ({ body: { data: templates } }),
  },
  { method: 'GET', pattern: /^\/v1\/leads\/([^/]+)\/channels$/, handle: channelsOf },
];
