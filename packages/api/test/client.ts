/** An answer, its body read. */
export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

interface SendOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends requests to the API under test as one caller. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    options: SendOptions = {},
  ): Promise<Answer<Body>> {
    const isText = typeof options.body === 'string' || options.body instanceof FormData;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(options.body === undefined || isText ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: isText ? (options.body as string) : JSON.stringify(options.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }

  get<Body = Record<string, unknown>>(path: string, headers: Record<string, string> = {}) {
    return this.send<Body>('GET', path, { headers });
  }
  post<Body = Record<string, unknown>>(path: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.send<Body>('POST', path, { body, headers });
  }
  patch<Body = Record<string, unknown>>(path: string, body: unknown, headers: Record<string, string> = {}) {
    return this.send<Body>('PATCH', path, { body, headers });
  }
  delete<Body = Record<string, unknown>>(path: string, headers: Record<string, string> = {}) {
    return this.send<Body>('DELETE', path, { headers });
  }
}
