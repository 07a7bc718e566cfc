import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { decodeBody } from './decode-body.ts';
import { isLoopbackAddress, isPublicAddress } from './is-public-address.ts';

/** Why nothing usable came back. `refused_address`, `refused_url` and `refused_port` were never connected to. */
export type SafeFetchFailure =
  | 'refused_url'
  | 'refused_port'
  | 'refused_address'
  | 'too_many_redirects'
  | 'too_large'
  | 'timeout'
  | 'unreachable';

/** Thrown when a request was refused, or when no whole answer came. */
export class SafeFetchError extends Error {
  constructor(
    readonly reason: SafeFetchFailure,
    detail: string,
  ) {
    super(detail);
    this.name = 'SafeFetchError';
  }
}

export interface SafeRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** For the whole exchange: look-up, connection, redirects and the last byte. */
  timeoutMs: number;
  /** Longest body that is read, in bytes, also after it is unpacked. */
  maxBytes: number;
  /** How many redirects a GET follows, each checked like the first address; without it a redirect is the answer. */
  maxRedirects?: number;
}

export interface SafeResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Where the answer came from, after redirects. */
  url: string;
}

/**
 * Requests a URL that somebody outside typed.
 * @throws SafeFetchError
 */
export type SafeFetch = (url: string, request: SafeRequest) => Promise<SafeResponse>;

export interface SafeFetchPolicy {
  /** Lets requests reach this machine itself, on any port: for tests and for developing a receiver. */
  allowLoopback: boolean;
  /** Ports that may be connected to; 80 and 443 by default. */
  ports?: readonly number[];
  /** Stands in for the system's look-up of names. */
  lookup?: LookupFunction;
}

const WEB_PORTS = [80, 443];
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization'];

function refuseAddress(address: string, allowLoopback: boolean): SafeFetchError | null {
  if (isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address))) return null;
  return new SafeFetchError('refused_address', `${address} is not an address of the open internet`);
}

/** Checks every address of a name: what is checked is what is connected to, so a second look-up cannot differ. */
function checkedLookup({ allowLoopback, lookup = systemLookup as LookupFunction }: SafeFetchPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
      const refusal = addresses.map((address) => refuseAddress(address, allowLoopback)).find((one) => one !== null);
      return refusal ? callback(refusal, '', 0) : callback(null, found, family);
    });
  };
}

/** An undici connector that refuses addresses at the moment of connecting; names and literal addresses alike. */
function checkedConnector(policy: SafeFetchPolicy): buildConnector.connector {
  const connect = buildConnector({ lookup: checkedLookup(policy), timeout: 10_000 });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const refusal = isIP(host) === 0 ? null : refuseAddress(host, policy.allowLoopback);
    if (refusal) return callback(refusal, null);
    return connect(options, callback);
  };
}

/** WHATWG parsing turns `2130706433`, `0x7f.1` and ideographic dots into the address they stand for. */
function checkUrl(text: string, { allowLoopback, ports = WEB_PORTS }: SafeFetchPolicy): URL {
  if (!URL.canParse(text)) throw new SafeFetchError('refused_url', 'that is not a URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SafeFetchError('refused_url', 'only http and https addresses can be reached');
  }
  if (url.username !== '' || url.password !== '') {
    throw new SafeFetchError('refused_url', 'an address with a user name in it is not reached');
  }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!allowLoopback && !ports.includes(port)) {
    throw new SafeFetchError('refused_port', `port ${port} is not one that may be reached`);
  }
  // Resolvers differ in what they make of `localhost.`; RFC 6761 says what it is.
  if (!allowLoopback && /(?:^|\.)localhost\.?$/.test(url.hostname)) {
    throw new SafeFetchError('refused_address', 'localhost is not an address of the open internet');
  }
  return url;
}

function failureOf(error: unknown, signal: AbortSignal): SafeFetchError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SafeFetchError) return cause;
  }
  if (signal.aborted) return new SafeFetchError('timeout', 'no whole answer came in time');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/_TIMEOUT$|ETIMEDOUT/.test(code)) return new SafeFetchError('timeout', 'no whole answer came in time');
  return new SafeFetchError('unreachable', code === '' ? 'the connection failed' : `the connection failed (${code})`);
}

async function readBody(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (size > maxBytes) throw new SafeFetchError('too_large', `the answer is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

interface Exchange {
  url: URL;
  request: SafeRequest;
  dispatcher: Dispatcher;
  signal: AbortSignal;
}

async function exchange({ url, request: asked, dispatcher, signal }: Exchange): Promise<SafeResponse> {
  const answer = await request(url, {
    dispatcher,
    signal,
    method: asked.method ?? 'GET',
    headers: { 'accept-encoding': 'identity', ...asked.headers },
    body: asked.body ?? null,
  });
  const headers = plainHeaders(answer.headers);
  const raw = await readBody(answer.body, asked.maxBytes);
  const body = await decodeBody(raw, headers['content-encoding'] ?? 'identity', asked.maxBytes);
  if (body === null) throw new SafeFetchError('too_large', 'the answer is packed in a way that is not read');
  return { status: answer.statusCode, headers, body, url: url.href };
}

/** Credentials stay with the origin they were meant for. */
function headersFor(next: URL, from: URL, headers: Record<string, string>): Record<string, string> {
  if (next.origin === from.origin) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !PRIVATE_HEADERS.includes(name.toLowerCase())));
}

/**
 * Makes a fetch for addresses that people outside typed (a page to learn from, a webhook): http and https to public
 * addresses only, checked where the connection is made, so that neither a spelling, a redirect nor a name that changes
 * its address between two look-ups leads inside.
 */
export function createSafeFetch(policy: SafeFetchPolicy): SafeFetch {
  const dispatcher = new Agent({ connect: checkedConnector(policy), maxHeaderSize: 16_384, keepAliveTimeout: 1_000 });
  return async (address, asked) => {
    const signal = AbortSignal.timeout(asked.timeoutMs);
    const followed = asked.method === 'POST' ? 0 : (asked.maxRedirects ?? 0);
    let url = checkUrl(address, policy);
    let current = asked;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await exchange({ url, request: current, dispatcher, signal }).catch((error: unknown) => {
        throw failureOf(error, signal);
      });
      const { location } = answer.headers;
      if (followed === 0 || !REDIRECTS.has(answer.status) || location === undefined) return answer;
      if (redirects === followed) throw new SafeFetchError('too_many_redirects', 'the address redirects too often');
      if (!URL.canParse(location, url.href)) throw new SafeFetchError('refused_url', 'the address redirects to no URL');
      const next = checkUrl(new URL(location, url).href, policy);
      current = { ...current, headers: headersFor(next, url, current.headers ?? {}) };
      url = next;
    }
  };
}
