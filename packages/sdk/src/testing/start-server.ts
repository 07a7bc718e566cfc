import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What the server was sent. */
export interface ReceivedRequest {
  method: string;
  /** Path and query, as they came. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers one request. */
export type Reply = (response: ServerResponse, request: ReceivedRequest) => void;

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...headers })
      .end(JSON.stringify(body));

/** Answers with a problem document. */
export const problem =
  (status: number, code: string, rest: Record<string, unknown> = {}, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/problem+json', 'request-id': 'req_1', ...headers }).end(
      JSON.stringify({
        type: `https://norvalt.dev/problems/${code}`,
        title: 'A title',
        status,
        code,
        request_id: 'req_1',
        ...rest,
      }),
    );

/** Says nothing, for as long as the client listens. */
export const silence: Reply = () => undefined;

/** Breaks the connection before an answer. */
export const hangUp: Reply = (response) => void response.socket?.destroy();

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

/** Starts an HTTP server for one test: the first request gets the first reply and so on, the last one repeats. */
export async function startServer(...replies: Reply[]): Promise<{ baseUrl: string; requests: ReceivedRequest[] }> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    const request = { method, target: url, headers, body: await readBody(incoming) };
    requests.push(request);
    replies[Math.min(requests.length, replies.length) - 1]?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
