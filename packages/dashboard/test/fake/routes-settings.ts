import type { ApiKey, Chat, Form, User } from '@norvalt/sdk';
import type { Context, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import type { Route } from './routes.ts';

function standardForm({ state }: Context['api']): Form {
  return {
    id: state.dealership.default_form_id,
    name: 'Website',
    language: state.dealership.language,
    dealership_name: state.dealership.name,
    heading: 'Send oss en melding',
    intro: 'Vi svarer vanligvis innen 90 sekunder.',
    fields: [{ name: 'name', type: 'text', label: 'Navn', required: true, step: 1 }],
    submit_label: 'Send melding',
    success_title: 'Takk',
    success_text: 'Vi svarer snart.',
    consent: null,
    theme: { accent: '#1450c8', radius: 8 },
  };
}

function update({ api, body }: Context): Reply {
  const { contact, assistant, chat, ...rest } = body as { contact?: object; assistant?: object; chat?: object };
  Object.assign(api.state.dealership, rest);
  Object.assign(api.state.dealership.contact, contact);
  Object.assign(api.state.dealership.assistant, assistant);
  Object.assign(api.state.dealership.chat, chat);
  return { body: api.state.dealership };
}

function chatConfig({ api }: Context): Reply {
  const { name, assistant, chat } = api.state.dealership;
  const body: Chat = {
    enabled: chat.enabled,
    dealership_name: name,
    assistant_name: assistant.name,
    greeting: chat.greeting,
    answered_by: 'assistant',
    open: true,
    opens_at: null,
    theme: { accent: chat.accent ?? '#1450c8' },
  };
  return { body };
}

function updateMailbox({ api, body }: Context): Reply {
  Object.assign(api.state.mailbox, body);
  return { body: api.state.mailbox };
}

function rotateMailbox({ api, body }: Context): Reply {
  const { mailbox } = api.state;
  const until = new Date(Date.now() + Number(body.overlap_days) * 86_400_000).toISOString();
  mailbox.former = [{ address: mailbox.address, until }];
  mailbox.address = 'fjord-bil-q2w8@in.norvalt.example';
  return { body: mailbox };
}

function invite({ api, body }: Context): Reply {
  const user = {
    phone: null,
    ...body,
    id: fakeId('user', 50 + api.state.users.length),
    status: 'invited',
    created_at: new Date().toISOString(),
  } as User;
  api.state.users.push(user);
  return { status: 201, body: user };
}

function createKey({ api, body }: Context): Reply {
  const secret = `${body.kind === 'secret' ? 'sk' : 'pk'}_${body.mode}_8fj2k1m9q4w7z2x6c1v8b0n3`;
  const key = {
    allowed_origins: [],
    scopes: [],
    ...body,
    id: fakeId('key', 50 + api.state.apiKeys.length),
    preview: `${secret.slice(0, 12)}…${secret.slice(-4)}`,
    created_at: new Date().toISOString(),
    last_used_at: null,
  } as unknown as ApiKey;
  api.state.apiKeys.unshift(key);
  return { status: 201, body: { ...key, key: secret } };
}

function revokeKey({ api, parameters }: Context): Reply {
  api.state.apiKeys = api.state.apiKeys.filter(({ id }) => id !== parameters[0]);
  return { status: 204 };
}

export const settingsRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/chat$/, handle: chatConfig },
  { method: 'GET', pattern: /^\/v1\/users$/, handle: ({ api, query }) => ({ body: pageOf(api.state.users, query) }) },
  { method: 'POST', pattern: /^\/v1\/users$/, handle: invite },
  { method: 'GET', pattern: /^\/v1\/dealership$/, handle: ({ api }) => ({ body: api.state.dealership }) },
  { method: 'PATCH', pattern: /^\/v1\/dealership$/, handle: update },
  { method: 'GET', pattern: /^\/v1\/mailbox$/, handle: ({ api }) => ({ body: api.state.mailbox }) },
  { method: 'PATCH', pattern: /^\/v1\/mailbox$/, handle: updateMailbox },
  { method: 'POST', pattern: /^\/v1\/mailbox\/rotate$/, handle: rotateMailbox },
  {
    method: 'GET',
    pattern: /^\/v1\/forms$/,
    handle: ({ api, query }) => ({ body: pageOf([standardForm(api)], query) }),
  },
  {
    method: 'GET',
    pattern: /^\/v1\/api-keys$/,
    handle: ({ api, query }) => ({ body: pageOf(api.state.apiKeys, query) }),
  },
  { method: 'POST', pattern: /^\/v1\/api-keys$/, handle: createKey },
  { method: 'DELETE', pattern: /^\/v1\/api-keys\/([^/]+)$/, handle: revokeKey },
];
