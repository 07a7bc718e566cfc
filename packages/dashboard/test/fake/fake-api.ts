// An API in memory that speaks the contract, to look at the dashboard and to test it in a browser. The real API is
// tested with the dashboard in the end-to-end test; this one can be slow, fail and answer 412 when told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Problem } from './problem.ts';
import { routes } from './routes.ts';
import { serveApp } from './serve-app.ts';
import { type FakeState, makeState } from './state.ts';

export interface FakeApi {
  origin: string;
  state: FakeState;
  /** Every request to /v1, as `POST /v1/auth/login`, with its Idempotency-Key. */
  requests: { line: string; idempotencyKey: string | undefined }[];
  /** Requests that begin with the line answer this problem until it is taken away. */
  failures: Map<string, { status: number; code: string }>;
  emit(type: string, data: Record<string, string>): void;
  /** Breaks every open stream of events. */
  dropStreams(): void;
  close(): Promise<void>;
}

export interface Context {
  api: FakeApi;
  parameters: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  request: IncomingMessage;
  signIn(): string;
  userId: string;
}

export interface Reply {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export async function startFakeApi({ leadCount = 40, dist }: { leadCount?: number; dist: string }): Promise<FakeApi> {
  const tokens = new Set<string>();
  const streams = new Set<ServerResponse>();
  const answered = new Map<string, Reply>();
  let eventNumber = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (!url.pathname.startsWith('/v1/')) return serveApp(dist, url.pathname, response);
    const line = `${request.method} ${url.pathname}`;
    const idempotencyKey = request.headers['idempotency-key']?.toString();
    api.requests.push({ line, idempotencyKey });
    const failure = [...api.failures].find(([prefix]) => line.startsWith(prefix))?.[1];
    if (failure) throw new Problem(failure.status, failure.code);
    const open = /^\/v1\/auth\/(login|signup|refresh|accept-invitation)$/.test(url.pathname);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!open && !tokens.has(token)) throw new Problem(401, 'unauthorized');
    if (line === 'GET /v1/events') return openStream(response);
    const replay = idempotencyKey ? answered.get(idempotencyKey) : undefined;
    const reply = replay ?? (await route(request, url));
    if (idempotencyKey) answered.set(idempotencyKey, reply);
    send(response, reply);
  }

  async function route(request: IncomingMessage, url: URL): Promise<Reply> {
    const match = routes
      .map(({ method, pattern, handle }) => ({
        handle,
        found: method === request.method ? pattern.exec(url.pathname) : null,
      }))
      .find(({ found }) => found !== null);
    if (!match?.found) throw new Problem(404, 'not_found');
    const context: Context = {
      api,
      parameters: match.found.slice(1),
      query: url.searchParams,
      body: await readBody(request),
      request,
      userId: api.state.users[0]?.id ?? '',
      signIn() {
        const token = `token_${tokens.size + 1}`;
        tokens.add(token);
        return token;
      },
    };
    return match.handle(context);
  }

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const problem = error instanceof Problem ? error : new Problem(500, 'internal_error');
      send(response, { status: problem.status, body: problem.body() }, 'application/problem+json');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake API has no port');

  const api: FakeApi = {
    origin: `http://127.0.0.1:${address.port}`,
    state: makeState(Date.now(), leadCount),
    requests: [],
    failures: new Map(),
    emit(type, data) {
      eventNumber += 1;
      const event = { id: `evt_${eventNumber}`, type, occurred_at: new Date().toISOString(), data };
      for (const stream of streams) stream.write(`id: ${event.id}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`);
    },
    dropStreams() {
      for (const stream of streams) stream.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

function send(response: ServerResponse, { status = 200, body, headers = {} }: Reply, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'request-id': 'req_fake', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text ? JSON.parse(text) : {};
}
