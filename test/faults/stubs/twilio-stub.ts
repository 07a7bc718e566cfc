import type { FastClock } from '../support/fast-clock.ts';
import type { Sent } from './sent.ts';
import { type Received, type Reply, StubServer } from './stub-server.ts';

const MESSAGES = /^\/2010-04-01\/Accounts\/[^/]+\/Messages\.json$/;

/** As much of Twilio as sending needs: messages, and the list that is asked afterwards. */
export class TwilioStub extends StubServer {
  readonly ledger: Sent[] = [];
  readonly #clock: FastClock;

  constructor(clock: FastClock) {
    super();
    this.#clock = clock;
  }

  protected override isOrder({ method, url }: Received): boolean {
    return method === 'POST' && MESSAGES.test(url.pathname);
  }

  protected override recipientOf({ body }: Received): string {
    return new URLSearchParams(body.toString('utf8')).get('To') ?? '';
  }

  protected override answer(received: Received): Reply {
    if (!MESSAGES.test(received.url.pathname)) return { status: 404, body: { code: 20404, message: 'Not found' } };
    return this.isOrder(received) ? this.#take(received) : this.#list(received.url.searchParams.get('To') ?? '');
  }

  #take({ headers, body, connectedAt }: Received): Reply {
    const form = new URLSearchParams(body.toString('utf8'));
    const field = (name: string) => form.get(name) ?? '';
    const sent: Sent = {
      channel: 'sms',
      id: `SM${String(this.ledger.length + 1).padStart(32, '0')}`,
      sendKey: decodeURIComponent(String(headers['i-twilio-idempotency-token'] ?? '')),
      to: field('To'),
      from: field('From'),
      text: field('Body'),
      subject: '',
      messageId: '',
      unsubscribeUrl: '',
      dealershipId: '',
      statusUrl: field('StatusCallback'),
      connectedAt,
      takenAt: Date.now(),
    };
    this.ledger.push(sent);
    return { status: 201, body: this.#present(sent) };
  }

  #list(to: string): Reply {
    const messages = this.ledger.filter((sent) => sent.to === to).map((sent) => this.#present(sent));
    return { status: 200, body: { messages, page: 0, page_size: 200, next_page_uri: null } };
  }

  #present(sent: Sent) {
    const createdAt = new Date(this.#clock.now().getTime() - (Date.now() - sent.takenAt) * this.#clock.speed);
    return {
      sid: sent.id,
      to: sent.to,
      from: sent.from,
      body: sent.text,
      status: 'queued',
      direction: 'outbound-api',
      date_created: createdAt.toUTCString(),
      date_sent: null,
      date_updated: createdAt.toUTCString(),
      num_segments: '1',
      num_media: '0',
      price: null,
      error_code: null,
      error_message: null,
    };
  }
}
