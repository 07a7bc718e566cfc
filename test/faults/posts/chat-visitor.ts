import { type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from '../stubs/sent.ts';
import { type Dealership, ORIGIN } from '../support/dealership.ts';
import { type Answer, exchange } from '../support/exchange.ts';
import type { Customer, Post } from './post.ts';
import { CLIENT } from './retry-rules.ts';

const RECONNECT_MS = 200;
/** A stream says something every 15 seconds; one that does not is dead. */
const SILENCE_MS = 20_000;

/** A message as the stream of the chat told of it. */
export interface Heard {
  id: string;
  position: number;
  client_id: string | null;
  from: 'visitor' | 'assistant' | 'human';
  text: string;
}

/** What a chat is reached at in a ledger: a visitor has no address. */
export const chatOf = ({ email }: Customer): string => `the chat of ${email}`;

/**
 * A browser in a chat: it opens it when there is something to say, follows it over a stream that it takes up where it
 * broke off, renews its token, and marks what it shows as read. What it was told is a ledger that the product cannot reach.
 */
export class ChatVisitor {
  /** Everything that the stream told of, in order and as often as it did. */
  readonly heard: Heard[] = [];
  /** Answers, as they came. */
  readonly ledger: Sent[] = [];
  /** The chat was ended, or a renewed token was lost on the way: a browser would open another one. */
  isOver = false;
  readonly #url: string;
  #token = '';
  #isOpen = false;
  #opening: Promise<boolean> | null = null;
  #renewing: Promise<boolean> | null = null;
  #stream: ClientRequest | null = null;
  #stopped = false;

  /** @param url of web, by a wire that can fail */
  constructor(
    url: string,
    readonly dealership: Dealership,
    readonly customer: Customer,
  ) {
    this.#url = `${url}/v1/chat`;
  }

  /** Something that is said in the chat, under an id of the visitor's own. */
  post(token: string, words: string): Post {
    const body = JSON.stringify({ client_id: `chat-${token}`, text: `${words} ${token}` });
    return {
      channel: 'chat',
      dealership: this.dealership,
      customer: this.customer,
      token,
      path: '/v1/chat/session/messages',
      request: () => ({ headers: this.#headers(), body }),
      rule: CLIENT,
      credentials: { obtain: () => this.#open(), renew: () => this.#renew() },
    };
  }

  /** Whether it was told of everything that is in the chat now, by what `directUrl` says. */
  async isUpToDate(directUrl: string): Promise<boolean> {
    if (this.isOver || !this.#isOpen) return true;
    const answer = await exchange(`${directUrl}/v1/chat/session`, { method: 'GET', headers: this.#headers() });
    // Its stream goes on with a token that has run out meanwhile.
    if (answer.status === 401) await this.#renew();
    if (answer.status !== 200) return false;
    const { messages } = JSON.parse(answer.body) as { messages: { position: number }[] };
    return (this.heard.at(-1)?.position ?? 0) >= (messages.at(-1)?.position ?? 0);
  }

  /** Ends the chat: nothing more is said in it, and what is answered comes by mail. */
  async end(): Promise<void> {
    if (CLIENT.isAccepted(await this.#ask('/session/close', 'POST', {}))) this.isOver = true;
  }

  /** Closes the page. */
  leave(): void {
    this.#stopped = true;
    this.#stream?.destroy();
  }

  #headers(token = this.#token): Record<string, string> {
    return { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin: ORIGIN };
  }

  #ask(path: string, method: string, body: object, token?: string): Promise<Answer> {
    const question = { method, headers: this.#headers(token), body: JSON.stringify(body), timeoutMs: CLIENT.timeoutMs };
    return exchange(`${this.#url}${path}`, question);
  }

  /** Several posts at once open one chat; where that fails, whoever posts again tries again. */
  #open(): Promise<boolean> {
    this.#opening ??= this.#openOnce().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #openOnce(): Promise<boolean> {
    if (this.#isOpen) return true;
    if (this.#token === '') {
      const opened = await this.#ask('/sessions', 'POST', { language: 'nb' }, this.dealership.publishableKey);
      if (!CLIENT.isAccepted(opened)) return false;
      this.#token = (JSON.parse(opened.body) as { token: string }).token;
    }
    const { name, email } = this.customer;
    this.#isOpen = CLIENT.isAccepted(await this.#ask('/session', 'PATCH', { name, email }));
    if (this.#isOpen) void this.#follow();
    return this.#isOpen;
  }

  #renew(): Promise<boolean> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renewOnce(): Promise<boolean> {
    const renewed = await this.#ask('/session/token', 'POST', {});
    if (CLIENT.isAccepted(renewed)) this.#token = (JSON.parse(renewed.body) as { token: string }).token;
    else this.isOver = renewed.status === 401;
    return CLIENT.isAccepted(renewed);
  }

  async #follow(): Promise<void> {
    while (!this.#stopped && !this.isOver) {
      if ((await this.#listen()) === 401) await this.#renew();
      await sleep(RECONNECT_MS);
    }
  }

  /** Listens until the stream breaks off; the status that it began with, null where it never did. */
  #listen(): Promise<number | null> {
    return new Promise((resolve) => {
      let status: number | null = null;
      const last = this.heard.at(-1)?.position;
      const resume = last === undefined ? {} : { 'last-event-id': String(last) };
      const stream = request(`${this.#url}/session/events`, {
        agent: false,
        headers: { ...this.#headers(), ...resume },
        timeout: SILENCE_MS,
      });
      this.#stream = stream;
      stream.on('timeout', () => stream.destroy());
      stream.on('error', () => undefined);
      stream.on('close', () => resolve(status));
      stream.on('response', (response) => {
        status = response.statusCode ?? null;
        let rest = '';
        response.on('error', () => undefined);
        response.setEncoding('utf8').on('data', (text: string) => {
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) this.#hear(block);
        });
        response.on('end', () => stream.destroy());
      });
      stream.end();
    });
  }

  #hear(block: string): void {
    const data = /^data: (.+)/m.exec(block)?.[1];
    if (data === undefined) return;
    const event = JSON.parse(data) as { type: string; data: Heard & { closed_at?: string | null } };
    if (event.type === 'session' && event.data.closed_at) this.isOver = true;
    if (event.type !== 'message') return;
    this.heard.push(event.data);
    if (event.data.from === 'visitor') return;
    this.ledger.push(this.#answer(event.data));
    // Seen, so that it is not sent by mail as well; where that is lost, it may be.
    const body = JSON.stringify({ position: event.data.position });
    void exchange(`${this.#url}/session/read`, { headers: this.#headers(), body });
  }

  #answer({ id, text }: Heard): Sent {
    const now = Date.now();
    return {
      channel: 'chat',
      id,
      sendKey: id,
      to: chatOf(this.customer),
      from: this.dealership.id,
      text,
      subject: '',
      messageId: '',
      unsubscribeUrl: '',
      dealershipId: this.dealership.id,
      statusUrl: '',
      connectedAt: now,
      takenAt: now,
    };
  }
}
