import { apiErrorFrom } from './api-error-from.ts';
import { type CallOptions, type Config, checkLimits } from './config.ts';
import { ConnectionError, ConnectionTimeoutError, UserAbortError } from './errors.ts';
import { type ListBody, PagePromise } from './page.ts';
import { parseJson } from './parse-json.ts';
import { type Result, ResultPromise } from './result-promise.ts';
import { backoffMs, retryDelayMs } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { sleep } from './sleep.ts';
import { buildUrl } from './url.ts';

/** One operation of the contract, with its arguments. */
export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments; each is checked and encoded. */
  path: readonly string[];
  query?: object | undefined;
  body?: unknown;
  /** Sent as it is, in place of a JSON body. */
  file?: { content: Blob | Uint8Array<ArrayBuffer> | string; type: string };
  headers?: Record<string, string | undefined>;
  /** Sent without credentials, as those that bring them must be. */
  anonymous?: boolean;
}

interface Prepared {
  url: string;
  init: RequestInit & { headers: Headers };
  anonymous: boolean;
  timeoutMs: number;
  maxRetries: number;
  signal: AbortSignal | undefined;
}

/** Reads what is wanted of a good answer, else its text; `takeTime` lifts the timeout, for a body that may come slowly. */
type Read<Body> = (response: Response, takeTime: () => void) => Promise<Body | string>;

interface Answer<Body> {
  response: Response;
  body: Body;
}

/** Sends operations: credentials, timeouts, retries, idempotency, errors. */
export class Transport {
  readonly runtime: Runtime;
  readonly #config: Config;

  constructor(config: Config, runtime: Runtime) {
    this.#config = config;
    this.runtime = runtime;
  }

  /** Sends an operation and promises the data of its answer. */
  request<T>(operation: Operation, options: CallOptions = {}): ResultPromise<T> {
    return new ResultPromise(this.#run<T>(operation, options));
  }

  /** Reads a list, page by page. */
  list<Item, Body extends ListBody<Item>>(
    path: readonly string[],
    query: object = {},
    options: CallOptions = {},
  ): PagePromise<Item, Body> {
    return new PagePromise(this.#run<Body>({ method: 'GET', path, query }, options), (cursor) =>
      this.list(path, { ...query, cursor }, options),
    );
  }

  /** Opens a stream in one attempt; the timeout covers the time until its headers are there. */
  open(operation: Operation, options: CallOptions): Promise<ReadableStream<Uint8Array>> {
    return this.#take(operation, options, readEvents);
  }

  /** Reads a file in one attempt; the timeout covers the time until its headers are there. */
  download(operation: Operation, options: CallOptions): Promise<Blob> {
    return this.#take(operation, options, readFile);
  }

  async #take<Body extends object>(operation: Operation, options: CallOptions, read: Read<Body | null>): Promise<Body> {
    const { response, body } = await this.#attempt(this.#prepare(operation, options), read);
    if (typeof body === 'string' || body === null) throw apiErrorFrom(response, body ?? '');
    return body;
  }

  async #run<T>(operation: Operation, options: CallOptions): Promise<Result<T>> {
    const prepared = this.#prepare(operation, options);
    const { response, body } = await this.#send(prepared);
    const data = response.status === 204 ? undefined : parseJson(body);
    if (data === undefined && response.status !== 204) throw apiErrorFrom(response, body);
    return { data: data as T, response, requestId: response.headers.get('request-id') };
  }

  #prepare(operation: Operation, options: CallOptions): Prepared {
    const { method, path, query, body, file } = operation;
    const { credentials, defaultHeaders } = this.#config;
    const headers = new Headers(defaultHeaders);
    if (!headers.has('accept')) headers.set('accept', 'application/json');
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (file !== undefined) headers.set('content-type', file.type);
    if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? this.runtime.randomKey());
    for (const [name, value] of Object.entries({ ...operation.headers, ...options.headers })) {
      if (value !== undefined) headers.set(name, value);
    }
    return {
      url: buildUrl(this.#config.baseUrl, path, query),
      init: {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file !== undefined && { body: file.content }),
        // Only when asked for: some edge runtimes refuse a request that names it.
        ...(credentials && { credentials }),
      },
      anonymous: operation.anonymous ?? false,
      ...checkLimits(options.timeoutMs ?? this.#config.timeoutMs, options.maxRetries ?? this.#config.maxRetries),
      signal: options.signal,
    };
  }

  async #send(prepared: Prepared): Promise<Answer<string>> {
    for (let attempt = 0; ; attempt += 1) {
      const last = attempt >= prepared.maxRetries;
      let delayMs: number | null;
      try {
        const { response, body } = await this.#attempt(prepared, readText);
        if (response.ok) return { response, body };
        delayMs = retryDelayMs(response, attempt, this.runtime);
        if (last || delayMs === null) throw apiErrorFrom(response, body);
      } catch (error) {
        if (last || !(error instanceof ConnectionError)) throw error;
        delayMs = backoffMs(attempt, this.runtime.random);
      }
      await sleep(this.runtime, delayMs, prepared.signal);
    }
  }

  async #attempt<Body>(prepared: Prepared, read: Read<Body>): Promise<Answer<Body | string>> {
    const { url, init, signal, timeoutMs } = prepared;
    const headers = await this.#authorize(prepared);
    if (signal?.aborted) throw new UserAbortError('The request was aborted', { cause: signal.reason });
    const controller = new AbortController();
    const abort = () => controller.abort();
    let timedOut = false;
    const stopTimer = this.runtime.after(timeoutMs, () => {
      timedOut = true;
      abort();
    });
    signal?.addEventListener('abort', abort);
    try {
      const response = await this.#config.fetch(url, { ...init, headers, signal: controller.signal });
      return { response, body: await (response.ok ? read : readText)(response, stopTimer) };
    } catch (cause) {
      if (signal?.aborted) throw new UserAbortError('The request was aborted', { cause: signal.reason });
      const request = `${init.method} ${url.split('?')[0]}`;
      if (timedOut) throw new ConnectionTimeoutError(`${request}: no answer within ${timeoutMs} ms`, { cause });
      throw new ConnectionError(`${request}: ${reasonOf(cause)}`, { cause });
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', abort);
    }
  }

  /** The headers of the next attempt; the token is asked for anew, since the one before may have run out meanwhile. */
  async #authorize({ init, anonymous }: Prepared): Promise<Headers> {
    const headers = new Headers(init.headers);
    if (anonymous || headers.has('authorization')) return headers;
    const credential = await this.#config.credential();
    if (credential !== null) headers.set('authorization', `Bearer ${credential}`);
    return headers;
  }
}

const readText: Read<string> = (response) => response.text();

const readEvents: Read<Response['body']> = async (response) =>
  (response.headers.get('content-type') ?? '').startsWith('text/event-stream') ? response.body : response.text();

const readFile: Read<Blob> = (response, takeTime) => {
  takeTime();
  return response.blob();
};

/** The innermost message: `fetch failed` says less than the ECONNREFUSED that caused it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
