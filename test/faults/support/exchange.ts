import { type IncomingHttpHeaders, request } from 'node:http';

/** What came back, or that NOTHING did. */
export interface Answer {
  /** Null where the connection was refused, broken or too slow. */
  status: number | null;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  timeoutMs?: number;
}

export const NOTHING: Answer = { status: null, headers: {}, body: '' };

/** One HTTP exchange over a connection of its own, as a provider's machine makes it; never rejects. */
export function exchange(
  url: string,
  { method = 'POST', headers = {}, body = '', timeoutMs = 15_000 }: Question = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(url, { method, agent: false, headers: { ...headers, ...length } });
    const timer = setTimeout(() => outgoing.destroy(), timeoutMs);
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on('error', () => settle(NOTHING));
    outgoing.on('close', () => settle(NOTHING));
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => settle(NOTHING));
      response.on('end', () =>
        settle(
          response.complete
            ? {
                status: response.statusCode ?? null,
                headers: response.headers,
                body: Buffer.concat(chunks).toString('utf8'),
              }
            : NOTHING,
        ),
      );
    });
    outgoing.end(method === 'GET' ? undefined : body);
  });
}
