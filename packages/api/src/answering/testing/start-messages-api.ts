import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';

/** What the fake Messages API answers one request with. */
export type FakeAnswer =
  | {
      kind: 'text';
      text: string;
      stopReason?: string;
      thinkingFirst?: boolean;
      usage?: Record<string, number>;
      delayMs?: number;
    }
  | { kind: 'status'; status: number; retryAfterMs?: number }
  | { kind: 'silence' }
  | { kind: 'hang_up' };

export interface RecordedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    max_tokens: number;
    system: string;
    messages: { role: string; content: string }[];
    output_config: { effort: string; format: { type: string; schema: unknown } };
    metadata: { user_id: string };
    [key: string]: unknown;
  };
}

export interface FakeMessagesApi {
  url: string;
  requests: RecordedRequest[];
  /** Queues answers; the last one repeats. */
  answer(...answers: FakeAnswer[]): void;
  close(): Promise<void>;
}

function sendMessage(response: ServerResponse, answer: FakeAnswer & { kind: 'text' }): void {
  const thinking = answer.thinkingFirst ? [{ type: 'thinking', thinking: 'Let me see.', signature: 'sig' }] : [];
  const body = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-test',
    content: answer.text === '' ? [] : [...thinking, { type: 'text', text: answer.text, citations: null }],
    stop_reason: answer.stopReason ?? 'end_turn',
    stop_sequence: null,
    usage: {
      input_tokens: 900,
      cache_creation_input_tokens: 30,
      cache_read_input_tokens: 70,
      output_tokens: 200,
      ...answer.usage,
    },
  };
  response.writeHead(200, { 'content-type': 'application/json', 'request-id': 'req_1' }).end(JSON.stringify(body));
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  if (answer.kind === 'text') setTimeout(() => sendMessage(response, answer), answer.delayMs ?? 0);
  else if (answer.kind === 'hang_up') response.socket?.destroy();
  else if (answer.kind === 'status') {
    const error = { type: 'error', error: { type: 'api_error', message: 'No.' }, request_id: 'req_2' };
    const headers = { 'content-type': 'application/json', 'retry-after-ms': String(answer.retryAfterMs ?? 1) };
    response.writeHead(answer.status, headers).end(JSON.stringify(error));
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake API has no port');
  return `http://127.0.0.1:${address.port}`;
}

/**
 * A local HTTP server that speaks the Messages API well enough for the real client library. It answers with what is
 * queued, or as `respond` says to each request.
 */
export async function startMessagesApi(
  respond?: (body: RecordedRequest['body'], count: number) => FakeAnswer,
): Promise<FakeMessagesApi> {
  const requests: RecordedRequest[] = [];
  let queue: FakeAnswer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as RecordedRequest['body'];
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      const next = respond ? respond(body, requests.length) : queue[0];
      if (queue.length > 1) queue = queue.slice(1);
      send(response, next ?? { kind: 'status', status: 500 });
    });
  });
  const url = await listen(server);
  return {
    url,
    requests,
    answer: (...answers) => {
      queue = answers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
