import type { FastClock } from '../support/fast-clock.ts';
import type { Sent } from './sent.ts';
import { type Received, type Reply, StubServer } from './stub-server.ts';

const ORDER = /^\/v3\/[^/]+\/messages$/;
const EVENTS = /^\/v3\/[^/]+\/events$/;

function addressIn(header: string): string {
  return (/<([^>]+)>/.exec(header)?.[1] ?? header).trim().toLowerCase();
}

async function fieldsOf({ headers, body }: Received): Promise<(name: string) => string> {
  const headersInit = { 'content-type': headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers: headersInit }).formData();
  return (name) => String(form.get(name) ?? '');
}

/** As much of Mailgun as sending needs: messages, and the event log that is asked afterwards. */
export class MailgunStub extends StubServer {
  readonly ledger: Sent[] = [];
  /** The key it accepts. */
  apiKey = 'mailgun-key';
  readonly #clock: FastClock;

  constructor(clock: FastClock) {
    super();
    this.#clock = clock;
  }

  protected override isOrder({ method, url }: Received): boolean {
    return method === 'POST' && ORDER.test(url.pathname);
  }

  protected override async recipientOf(order: Received): Promise<string> {
    return addressIn((await fieldsOf(order))('to'));
  }

  protected override async answer(received: Received): Promise<Reply> {
    const expected = `Basic ${Buffer.from(`api:${this.apiKey}`).toString('base64')}`;
    if (received.headers.authorization !== expected) return { status: 401, body: { message: 'Invalid private key' } };
    if (EVENTS.test(received.url.pathname)) return this.#events(received.url.searchParams);
    if (!this.isOrder(received)) return { status: 404, body: { message: 'Not found' } };
    return this.#take(received);
  }

  async #take(order: Received): Promise<Reply> {
    const field = await fieldsOf(order);
    const id = `<mailgun-${this.ledger.length + 1}@stub>`;
    this.ledger.push({
      channel: 'email',
      id,
      sendKey: field('v:send_key'),
      to: addressIn(field('to')),
      from: addressIn(field('from')),
      text: field('text'),
      subject: field('subject'),
      messageId: field('h:Message-Id'),
      unsubscribeUrl: field('h:List-Unsubscribe').replace(/^<|>$/g, ''),
      dealershipId: field('v:dealership'),
      statusUrl: '',
      connectedAt: order.connectedAt,
      takenAt: Date.now(),
    });
    return { status: 200, body: { id, message: 'Queued. Thank you.' } };
  }

  #events(query: URLSearchParams): Reply {
    const beginMs = Number(query.get('begin') ?? 0) * 1000;
    const takenAt = (sent: Sent) => this.#clock.now().getTime() - (Date.now() - sent.takenAt) * this.#clock.speed;
    const items = this.ledger
      .filter((sent) => sent.messageId === `<${query.get('message-id')}>` && takenAt(sent) >= beginMs)
      .map((sent) => ({
        event: 'accepted',
        recipient: sent.to,
        message: { headers: { 'message-id': sent.messageId.slice(1, -1) } },
      }));
    return { status: 200, body: { items, paging: {} } };
  }
}
