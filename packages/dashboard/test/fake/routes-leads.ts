import type { Lead, Message } from '@norvalt/sdk';
import type { Context, FakeApi, Reply } from './fake-api.ts';
import { fakeId } from './leads.ts';
import { pageOf } from './page-of.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

function find({ api, parameters }: Context): Lead {
  const lead = api.state.leads.find(({ id }) => id === parameters[0]);
  if (!lead) throw new Problem(404, 'not_found');
  return lead;
}

const versioned = (lead: Lead, status = 200): Reply => ({ status, body: lead, headers: { etag: `"${lead.version}"` } });

function matches(lead: Lead, query: URLSearchParams): boolean {
  const among = (name: string, value: string) => !query.get(name) || query.get(name)?.split(',').includes(value);
  const assigned = query.get('assigned_to');
  const words = [lead.customer.name, lead.customer.email, lead.customer.phone, lead.vehicle_interest, lead.message]
    .join(' ')
    .toLowerCase();
  return (
    lead.deleted_at === null &&
    lead.test === (query.get('test') === 'true') &&
    Boolean(among('status', lead.status) && among('source', lead.source) && among('temperature', lead.temperature)) &&
    (!assigned || (assigned === 'nobody' ? lead.assigned_to === null : lead.assigned_to?.id === assigned)) &&
    (query.get('unread') !== 'true' || lead.unread) &&
    words.includes((query.get('q') ?? '').toLowerCase())
  );
}

function list({ api, query }: Context): Reply {
  const sort = query.get('sort') === 'created_at' ? 'created_at' : 'last_activity_at';
  const leads = api.state.leads
    .filter((lead) => matches(lead, query))
    .sort((one, other) => other[sort].localeCompare(one[sort]));
  return { body: pageOf(leads, query) };
}

function change(context: Context): Reply {
  const { api, body, request } = context;
  const lead = find(context);
  const ifMatch = request.headers['if-match'];
  if (ifMatch !== undefined && ifMatch !== `"${lead.version}"`) throw new Problem(412, 'precondition_failed');
  const { assigned_to: assignedTo, customer, ...rest } = body as { assigned_to?: string | null; customer?: object };
  Object.assign(lead, rest, { version: lead.version + 1, updated_at: new Date().toISOString() });
  if (customer) Object.assign(lead.customer, customer);
  if (assignedTo !== undefined) {
    const user = api.state.users.find(({ id }) => id === assignedTo);
    lead.assigned_to = user ? { id: user.id, name: user.name } : null;
  }
  return versioned(lead);
}

const templateOf = ({ api, parameters }: Context): string =>
  api.state.replyChannels.get(parameters[0] ?? '')?.find(({ channel }) => channel === 'whatsapp')?.template_text ?? '';

function sendMessage(context: Context): Reply {
  const { api, body } = context;
  const lead = find(context);
  const messages = api.state.messages.get(lead.id) ?? [];
  const now = new Date().toISOString();
  const message: Message = {
    id: fakeId('msg', 900_000 + messages.length),
    lead_id: lead.id,
    direction: 'outbound',
    sender_type: 'human',
    sender_name: api.state.users[0]?.name ?? null,
    channel: body.channel === 'sms' || body.channel === 'whatsapp' ? body.channel : 'email',
    purpose: 'manual',
    subject: typeof body.subject === 'string' ? body.subject : null,
    text: body.template === true ? templateOf(context) : String(body.text),
    state: 'sent',
    state_reason: null,
    language: null,
    written_by: null,
    claims: [],
    approved_by: null,
    edited: false,
    attachments: [],
    attachments_left_out: 0,
    recipient: lead.customer.email,
    created_at: now,
    sent_at: now,
  };
  api.state.messages.set(lead.id, [...messages, message]);
  Object.assign(lead, { handled_by: 'human', version: lead.version + 1, last_activity_at: now });
  cancelFollowUps(api, lead.id);
  return { status: 201, body: message };
}

function cancelFollowUps(api: FakeApi, leadId: string) {
  const followUps = (api.state.followUps.get(leadId) ?? []).map((followUp) =>
    followUp.state === 'scheduled' ? { ...followUp, state: 'cancelled' as const } : followUp,
  );
  api.state.followUps.set(leadId, followUps);
  return followUps;
}

function addNote(context: Context): Reply {
  const { api, body } = context;
  const lead = find(context);
  const notes = api.state.notes.get(lead.id) ?? [];
  const note = {
    id: fakeId('note', 900_000 + notes.length),
    text: String(body.text),
    author: 'Anne Lie',
    created_at: new Date().toISOString(),
  };
  api.state.notes.set(lead.id, [note, ...notes]);
  return { status: 201, body: note };
}

function setDeleted(deleted: boolean) {
  return (context: Context): Reply => {
    const lead = find(context);
    lead.deleted_at = deleted ? new Date().toISOString() : null;
    return deleted ? { status: 204 } : versioned(lead);
  };
}

const lead = /^\/v1\/leads\/([^/]+)$/;
const below = (name: string) => new RegExp(`^/v1/leads/([^/]+)/${name}$`);
const listOf =
  (name: 'messages' | 'notes' | 'followUps' | 'history') =>
  (context: Context): Reply => ({
    body: pageOf<unknown>(context.api.state[name].get(find(context).id) ?? [], context.query),
  });

export const leadRoutes: Route[] = [
  { method: 'GET', pattern: /^\/v1\/leads$/, handle: list },
  { method: 'GET', pattern: lead, handle: (context) => versioned(find(context)) },
  { method: 'PATCH', pattern: lead, handle: change },
  { method: 'DELETE', pattern: lead, handle: setDeleted(true) },
  { method: 'POST', pattern: below('restore'), handle: setDeleted(false) },
  {
    method: 'POST',
    pattern: below('read'),
    handle: (context) => {
      find(context).unread = false;
      return { status: 204 };
    },
  },
  { method: 'GET', pattern: below('messages'), handle: listOf('messages') },
  { method: 'POST', pattern: below('messages'), handle: sendMessage },
  { method: 'GET', pattern: below('chat'), handle: () => ({ body: { session: null } }) },
  { method: 'GET', pattern: below('notes'), handle: listOf('notes') },
  { method: 'POST', pattern: below('notes'), handle: addNote },
  { method: 'GET', pattern: below('history'), handle: listOf('history') },
  { method: 'GET', pattern: below('follow-ups'), handle: listOf('followUps') },
  {
    method: 'POST',
    pattern: below('follow-ups/cancel'),
    handle: (context) => ({
      body: { data: cancelFollowUps(context.api, find(context).id), has_more: false, next_cursor: null },
    }),
  },
];
