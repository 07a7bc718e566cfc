import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Client } from './client.ts';
import type { TestApp } from './start-test-app.ts';

export const APP_SECRET = 'app-secret-of-the-tests';
export const VERIFY_TOKEN = 'verify-token-of-the-tests';

/** A token that the stub lets do everything for one page. */
export const pageToken = (pageId: string): string => `token-of-page-${pageId}`;

/** A lead as the Graph API has it. */
export interface StubLead {
  id: string;
  created_time: string;
  form_id: string;
  field_data: { name: string; values: string[] }[];
  [field: string]: unknown;
}

type Refusal =
  | { status: number; error?: { code: number; error_subcode?: number; message?: string } }
  | 'reset'
  | 'lost';

const GRAPH_TOKEN_ERROR = {
  code: 190,
  error_subcode: 463,
  message: 'Error validating access token: Session has expired',
};
const MISSING = { code: 100, error_subcode: 33, message: 'Unsupported get request. Object does not exist' };

/** A message as it was handed to the Cloud API. */
export interface SentMessage {
  to: string;
  type: string;
  text?: { body: string };
  template?: object;
  biz_opaque_callback_data: string;
}

/** A small real server that speaks as much of the Graph API as the product uses, and writes down what it was asked. */
export class GraphStub {
  /** Messages that were accepted, also those whose answer was lost. */
  readonly sent: SentMessage[] = [];
  /** Templates of every account. */
  readonly templates: object[] = [];
  /** Numbers of every account besides the one that is asked about. */
  readonly otherNumbers: { id: string }[] = [];
  #accepted = 0;
  readonly #media = new Map<string, { content: Buffer; node: object }>();
  readonly ledger: { method: string; path: string; query: URLSearchParams; token: string }[] = [];
  readonly leads = new Map<string, StubLead>();
  readonly forms = new Map<string, string[]>();
  /** When set, decides over a request before anything else does. */
  refuse: (path: string, method: string) => Refusal | null = () => null;
  /** When set, a request is answered only once this is fulfilled. */
  hold: (path: string) => Promise<unknown> | null = () => null;
  /** Tokens that are over. */
  readonly expired = new Set<string>();
  /** Tokens with another name than `pageToken` gives them, each with its page. */
  readonly tokens = new Map<string, string>();
  tokenEndsAt: Date | null = null;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<GraphStub> {
    const server = createServer();
    const stub = new GraphStub(server);
    server.on('request', (request, response) => stub.#serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return stub;
  }

  get env(): Record<string, string> {
    return {
      META_APP_SECRET: APP_SECRET,
      META_VERIFY_TOKEN: VERIFY_TOKEN,
      META_APP_ID: '1234567890',
      META_GRAPH_URL: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v24.0`,
      PROVIDER_TIMEOUT_MS: '2000',
    };
  }

  /** Adds a lead to a form of a page. */
  addLead(pageId: string, lead: Partial<StubLead> & Pick<StubLead, 'id'>): StubLead {
    const whole: StubLead = {
      created_time: '2026-11-20T10:00:00+0000',
      form_id: `7${pageId}`,
      field_data: [
        { name: 'full_name', values: ['Kari Nordmann'] },
        { name: 'email', values: [`kari-${lead.id}@example.com`] },
        { name: 'which_car', values: ['Volvo XC60'] },
      ],
      ...lead,
    };
    this.leads.set(whole.id, whole);
    const forms = this.forms.get(pageId) ?? [];
    if (!forms.includes(whole.form_id)) this.forms.set(pageId, [...forms, whole.form_id]);
    return whole;
  }

  /** The token that `connectNumber` uses. */
  tokenOf(numberId: string): string {
    return pageToken(numberId);
  }

  /** Adds a file that a message may bring; tells its id. */
  addMedia(content: Buffer, mimeType: string, changes: object = {}): string {
    const id = String(770_000 + this.#media.size);
    const { port } = this.#server.address() as AddressInfo;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const url = `http://127.0.0.1:${port}/media/${id}`;
    const node = { id, url, mime_type: mimeType, sha256, file_size: content.length, ...changes };
    this.#media.set(id, { content, node });
    return id;
  }

  /** How often a lead was asked for. */
  asked(path: string): number {
    return this.ledger.filter((entry) => entry.path === path).length;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://localhost');
    const path = url.pathname.replace('/v24.0/', '');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const method = request.method ?? '';
    this.ledger.push({ method, path, query: url.searchParams, token });
    await this.hold(path);
    const refusal = this.refuse(path, method);
    if (refusal === 'reset') return void request.socket.resetAndDestroy();
    const file = /^\/media\/(\d+)$/.exec(url.pathname)?.[1];
    if (file !== undefined) return void response.end(this.#media.get(file)?.content);
    if (!refusal || refusal === 'lost') this.#take(path, Buffer.concat(chunks));
    if (refusal === 'lost') return void request.socket.resetAndDestroy();
    const [status, body] = refusal
      ? [refusal.status, refusal.error ? { error: refusal.error } : {}]
      : this.#answer(method, path, url.searchParams, token);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #answer(method: string, path: string, query: URLSearchParams, token: string): [number, unknown] {
    if (path === 'debug_token') {
      const seconds = this.tokenEndsAt === null ? 0 : Math.floor(this.tokenEndsAt.getTime() / 1000);
      return [200, { data: { is_valid: true, expires_at: seconds, data_access_expires_at: 0 } }];
    }
    const proof = createHmac('sha256', APP_SECRET).update(token).digest('hex');
    if (query.get('appsecret_proof') !== proof)
      return [400, { error: { code: 100, message: 'Invalid appsecret_proof' } }];
    const pageId = /^token-of-page-(\d+)/.exec(token)?.[1] ?? this.tokens.get(token);
    if (pageId === undefined || this.expired.has(token)) return [401, { error: GRAPH_TOKEN_ERROR }];
    const accountId = accountOf(pageId);
    if (path === `${accountId}/subscribed_apps`) return [200, { success: true }];
    if (path === `${accountId}/message_templates`) return [200, pageOf(this.templates, query)];
    if (path === `${accountId}/phone_numbers`)
      return [
        200,
        pageOf(
          [
            ...this.otherNumbers,
            { id: pageId, verified_name: `Number ${pageId}`, display_phone_number: '+47 59 44 11 11' },
          ],
          query,
        ),
      ];
    if (path === `${pageId}/messages`)
      return [200, { messaging_product: 'whatsapp', messages: [{ id: `wamid.SENT${this.#accepted}` }] }];
    const media = this.#media.get(path);
    if (media) return [200, media.node];
    if (path === 'me') return [200, { id: pageId, name: `Page ${pageId}` }];
    if (path === `${pageId}/subscribed_apps`) return [200, { success: true }];
    if (method !== 'GET') return [400, { error: MISSING }];
    return this.#read(pageId, path, query);
  }

  #take(path: string, body: Buffer): void {
    if (!path.endsWith('/messages')) return;
    this.#accepted += 1;
    this.sent.push(JSON.parse(body.toString()) as SentMessage);
  }

  #read(pageId: string, path: string, query: URLSearchParams): [number, unknown] {
    if (path === `${pageId}/leadgen_forms`) {
      return [
        200,
        pageOf(
          (this.forms.get(pageId) ?? []).map((id) => ({ id })),
          query,
        ),
      ];
    }
    const formId = /^(\d+)\/leads$/.exec(path)?.[1];
    if (formId !== undefined) {
      const [filter] = JSON.parse(query.get('filtering') ?? '[]') as { value: number }[];
      const since = (filter?.value ?? 0) * 1000;
      const leads = [...this.leads.values()].filter(
        (lead) => lead.form_id === formId && Date.parse(lead.created_time) > since,
      );
      return [
        200,
        pageOf(
          leads.map(({ id, created_time, form_id }) => ({ id, created_time, form_id })),
          query,
        ),
      ];
    }
    const lead = this.leads.get(path);
    return lead ? [200, lead] : [400, { error: MISSING }];
  }
}

/** The account that a number of the stub is of. */
const accountOf = (numberId: string): string => `8${numberId}`;

/** Two to a page, so that whoever lists has to go on. */
function pageOf(items: object[], query: URLSearchParams) {
  const from = Number(query.get('after') ?? 0);
  const next = from + 2;
  return {
    data: items.slice(from, next),
    paging: {
      cursors: { after: String(next) },
      ...(next < items.length ? { next: 'https://graph.example/next' } : {}),
    },
  };
}

/** A post of a page's leads as Meta writes it. */
export function leadgenPost(...leads: { page: string; lead: string }[]): object {
  return {
    object: 'page',
    entry: leads.map(({ page, lead }) => ({
      id: page,
      time: 1_795_600_000,
      changes: [
        {
          field: 'leadgen',
          value: { leadgen_id: lead, page_id: page, form_id: `7${page}`, created_time: 1_795_600_000 },
        },
      ],
    })),
  };
}

/** A post of a WhatsApp number as Meta writes it. */
export function whatsAppPost(
  numberId: string,
  what: { messages?: { from: string; [field: string]: unknown }[]; statuses?: object[] },
) {
  const contacts = what.messages?.map(({ from }) => ({ profile: { name: 'Kari Nordmann' }, wa_id: from }));
  const metadata = { display_phone_number: '4759441111', phone_number_id: numberId };
  const value = { messaging_product: 'whatsapp', metadata, ...(contacts ? { contacts } : {}), ...what };
  const entry = [{ id: accountOf(numberId), changes: [{ field: 'messages', value }] }];
  return { object: 'whatsapp_business_account', entry };
}

interface PostOptions {
  secret?: string;
  headers?: Record<string, string>;
}

/** Posts as Meta does, signed over the bytes; does not wait for what comes of it. */
export function postMeta(app: TestApp, body: object | string, options: PostOptions = {}): Promise<Answer<unknown>> {
  // Meta escapes what lies outside ASCII.
  const text =
    typeof body === 'string'
      ? body
      : JSON.stringify(body).replace(
          /[\u0080-\uffff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  const signature = createHmac('sha256', options.secret ?? APP_SECRET)
    .update(text)
    .digest('hex');
  return app.as(null).post('/webhooks/meta', text, {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${signature}`,
    ...options.headers,
  });
}

/** Connects a page of the stub to the dealership of an admin. */
export async function connectPage(client: Client, pageId: string) {
  const answer = await client.post<{ id: string }>('/v1/connections', {
    provider: 'facebook',
    external_id: pageId,
    token: pageToken(pageId),
  });
  if (answer.status !== 201) throw new Error(`connecting answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Connects a WhatsApp number of the stub to the dealership of an admin. */
export async function connectNumber(client: Client, numberId: string) {
  const answer = await client.post<{ id: string }>('/v1/connections', {
    provider: 'whatsapp',
    external_id: numberId,
    account_id: accountOf(numberId),
    token: pageToken(numberId),
  });
  if (answer.status !== 201) throw new Error(`connecting answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
