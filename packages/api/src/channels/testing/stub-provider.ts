import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';

/** What a stub provider does with a request it has received, and written down, whole. */
export type Behaviour =
  | { answer: number; headers?: Record<string, string>; body?: unknown }
  | 'reset'
  | 'silence'
  | 'cut_answer_off';

export interface LedgerEntry {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface StubProvider {
  baseUrl: string;
  /** Everything that was received whole, in order; nothing is ever taken out. */
  ledger: readonly LedgerEntry[];
  behave(behaviour: Behaviour): void;
  close(): void;
}

/** A real HTTP server on a free port of this machine that keeps a ledger and misbehaves as told. */
export async function startStubProvider(): Promise<StubProvider> {
  const ledger: LedgerEntry[] = [];
  let behaviour: Behaviour = { answer: 500 };
  const server = createServer(async (request, response) => {
    ledger.push(await readEntry(request));
    act(behaviour, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ledger,
    behave(next) {
      behaviour = next;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An address on this machine where nothing listens. */
export async function refusingAddress(): Promise<string> {
  const server = createSocketServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `127.0.0.1:${port}`;
}

async function readEntry(request: IncomingMessage): Promise<LedgerEntry> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function act(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  if (behaviour === 'silence') return;
  if (behaviour === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (behaviour === 'cut_answer_off') {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('{"id":', () => request.socket.destroy());
    return;
  }
  response.writeHead(behaviour.answer, { 'Content-Type': 'application/json', ...behaviour.headers });
  response.end(typeof behaviour.body === 'string' ? behaviour.body : JSON.stringify(behaviour.body ?? {}));
}
