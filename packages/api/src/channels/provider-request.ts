import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface ProviderRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Buffer | null;
  /** For the whole exchange, from the first look-up to the last byte of the answer. */
  timeoutMs: number;
}

/** What came of a request: an answer, the certainty that nothing left this machine, or neither. */
export type ProviderAnswer =
  | { kind: 'answer'; status: number; headers: IncomingHttpHeaders; body: string }
  | { kind: 'not_sent'; reason: string }
  | { kind: 'ambiguous'; reason: string };

const longestAnswerBytes = 1_000_000;

/**
 * One HTTP exchange that says how far it got. Every request has a connection of its own: on a reused one a reset could
 * not be told from a reset after the provider accepted. Redirects are not followed; never rejects.
 */
export function requestProvider({ method, url, headers, body, timeoutMs }: ProviderRequest): Promise<ProviderAnswer> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const length = body ? { 'Content-Length': String(body.length) } : {};
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method,
      headers: { ...headers, ...length },
      agent: false,
    });
    let connected = false;
    let answering = false;
    const settle = (answer: ProviderAnswer) => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve(answer);
    };
    const lose = (reason: string) => settle({ kind: connected ? 'ambiguous' : 'not_sent', reason });
    const timer = setTimeout(() => lose('timeout'), timeoutMs);

    // Nothing is written before the connection, with TLS before the handshake, is complete.
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (!answering) lose(error.code ?? 'connection_error');
    });
    outgoing.on('response', (response) => {
      answering = true;
      readAnswer(response).then(settle);
    });
    outgoing.end(body ?? undefined);
  });
}

function readAnswer(response: IncomingMessage): Promise<ProviderAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes > longestAnswerBytes) resolve({ kind: 'ambiguous', reason: 'answer_too_large' });
    });
    response.on('end', () => {
      const { statusCode: status = 0, headers } = response;
      resolve({ kind: 'answer', status, headers, body: Buffer.concat(chunks).toString('utf8') });
    });
    response.on('error', () => resolve({ kind: 'ambiguous', reason: 'answer_cut_off' }));
    response.on('close', () => resolve({ kind: 'ambiguous', reason: 'answer_cut_off' }));
  });
}
