import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one request of the product fares. What is `taken` stands in the provider's ledger, whatever the product hears. */
export type Fault =
  | { kind: 'none' }
  | { kind: 'slow'; waitMs: number }
  | { kind: 'status'; status: number; retryAfter?: string; taken: boolean }
  | { kind: 'silence'; taken: boolean }
  | { kind: 'reset'; taken: boolean }
  | { kind: 'half an answer' };

/** A request as a provider gets it. */
export interface Received {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** When the product connected: what it knew then is what it acted on. */
  connectedAt: number;
}

export interface Reply {
  status: number;
  body: unknown;
}

/** A provider's machine on a socket of its own: what it takes is in a ledger that the product cannot reach. */
export abstract class StubServer {
  /** Decides how a request fares; by default it fares well. */
  decide: (received: Received) => Fault = () => ({ kind: 'none' });
  readonly #plans = new Map<string, Fault[]>();
  readonly #connectedAt = new WeakMap<object, number>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async listen(): Promise<this> {
    this.#server.on('connection', (socket) => this.#connectedAt.set(socket, Date.now()));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The next orders for a recipient fare like this, one after the other. */
  plan(recipient: string, ...faults: Fault[]): void {
    this.#plans.set(recipient, faults);
  }

  async #planned(received: Received): Promise<Fault | undefined> {
    return this.#plans.get(await this.recipientOf(received))?.shift();
  }

  /** Whether a request asks for something to be sent or made, and so may fail by plan. */
  protected abstract isOrder(received: Received): boolean;
  /** Whom an order is for. */
  protected recipientOf(_order: Received): string | Promise<string> {
    return '';
  }
  /** Carries the request out, for good. */
  protected abstract answer(received: Received): Reply | Promise<Reply>;

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const received: Received = {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://stub'),
      headers: request.headers,
      body: Buffer.concat(chunks),
      connectedAt: this.#connectedAt.get(request.socket) ?? Date.now(),
    };
    const fault: Fault = this.isOrder(received)
      ? ((await this.#planned(received)) ?? this.decide(received))
      : { kind: 'none' };
    await this.#fare(received, fault, request, response);
  }

  async #fare(received: Received, fault: Fault, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const taken = !('taken' in fault) || fault.taken;
    if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.waitMs));
    const reply = taken ? await this.answer(received) : { status: 200, body: {} };
    const text = JSON.stringify(reply.body);
    if (fault.kind === 'silence') return;
    if (fault.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault.kind === 'half an answer') {
      response.writeHead(reply.status, { 'content-type': 'application/json', 'content-length': String(text.length) });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => request.socket.destroy());
      return;
    }
    if (fault.kind === 'status') {
      const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      response
        .writeHead(fault.status, { 'content-type': 'application/json', ...retryAfter })
        .end('{"message":"not now"}');
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(text);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
