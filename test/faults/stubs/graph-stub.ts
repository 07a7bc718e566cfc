import type { Sent } from './sent.ts';
import { type Received, type Reply, StubServer } from './stub-server.ts';

/** The token of a page or number, in which the stub finds what it is of. */
export const graphToken = (id: string): string => `token-of-${id}`;
/** The WhatsApp account that a number is of. */
export const accountOf = (numberId: string): string => `8${numberId}`;

const missing: Reply = {
  status: 400,
  body: { error: { code: 100, error_subcode: 33, message: 'Object does not exist' } },
};

interface Order {
  to?: string;
  text?: { body?: string };
  biz_opaque_callback_data?: string;
}

/** As much of the Graph API as leads of pages and messages of WhatsApp numbers need. */
export class GraphStub extends StubServer {
  readonly ledger: Sent[] = [];
  /** What people wrote into forms at Facebook, by the lead's id. */
  readonly leads = new Map<string, { name: string; values: string[] }[]>();

  protected override isOrder({ method, url }: Received): boolean {
    return method === 'POST' && url.pathname.endsWith('/messages');
  }

  protected override recipientOf({ body }: Received): string {
    return `+${(JSON.parse(body.toString('utf8')) as Order).to}`;
  }

  protected override answer(received: Received): Reply {
    const { url, headers } = received;
    const owner = /^Bearer token-of-(\d+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const [, , path = '', rest] = url.pathname.split('/');
    if (this.isOrder(received)) return path === owner ? this.#take(received, owner) : missing;
    if (path === 'debug_token') return { status: 200, body: { data: { is_valid: true, expires_at: 0 } } };
    if (path === 'me') return { status: 200, body: { id: owner, name: `Page ${owner}` } };
    if (rest === 'subscribed_apps') return { status: 200, body: { success: true } };
    if (rest === 'phone_numbers') return { status: 200, body: { data: [{ id: owner, verified_name: 'Number' }] } };
    if (rest !== undefined) return { status: 200, body: { data: [] } };
    const fields = this.leads.get(path);
    if (!fields) return missing;
    return {
      status: 200,
      body: { id: path, created_time: new Date().toISOString(), form_id: '77', field_data: fields },
    };
  }

  #take({ body, connectedAt }: Received, numberId: string): Reply {
    const order = JSON.parse(body.toString('utf8')) as Order;
    const id = `wamid.${this.ledger.length + 1}`;
    this.ledger.push({
      channel: 'whatsapp',
      id,
      sendKey: order.biz_opaque_callback_data ?? '',
      to: `+${order.to}`,
      from: numberId,
      text: order.text?.body ?? '',
      subject: '',
      messageId: '',
      unsubscribeUrl: '',
      dealershipId: '',
      statusUrl: '',
      connectedAt,
      takenAt: Date.now(),
    });
    return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id }] } };
  }
}
