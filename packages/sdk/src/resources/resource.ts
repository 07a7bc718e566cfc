import type { CallOptions } from '../core/config.ts';
import type { ListBody } from '../core/page.ts';
import type { Operation, Transport } from '../core/transport.ts';

type Method = (...args: never[]) => unknown;

/** What comes after the ids of a call: a query or a body, when the operation has one, and the options. */
type Rest = [part?: object, options?: CallOptions & { ifMatch?: string | undefined }];

/**
 * A group of operations. A method is a line: its type says what it takes and gives, and these helpers make it from its
 * path, in which each `{}` is an id. What is unlike the others is written as an ordinary method, on `transport`.
 */
export abstract class Resource {
  readonly #transport: Transport;

  /** @internal */
  constructor(transport: Transport) {
    this.#transport = transport;
  }

  protected get transport(): Transport {
    return this.#transport;
  }

  /** `(…ids, query?, options?)`, page by page. */
  protected lists<M extends Method>(path: string): M {
    return this.#method(path, (filled, [query, options]) =>
      this.transport.list<unknown, ListBody<unknown>>(filled, query, options),
    );
  }

  /** `(…ids, options?)` */
  protected gets<M extends Method>(path: string): M {
    return this.#plain('GET', path);
  }

  /** `(…ids, query?, options?)` */
  protected finds<M extends Method>(path: string): M {
    return this.#method(path, (filled, [query, options]) =>
      this.transport.request({ method: 'GET', path: filled, query }, options),
    );
  }

  /** `(…ids, body, options?)` */
  protected posts<M extends Method>(path: string): M {
    return this.#sends('POST', path);
  }

  /** `(…ids, options?)`: a POST that says all there is to say by its path. */
  protected acts<M extends Method>(path: string): M {
    return this.#plain('POST', path);
  }

  /** `(…ids, body, options?)`; `options.ifMatch` is the version that is changed. */
  protected patches<M extends Method>(path: string): M {
    return this.#sends('PATCH', path);
  }

  /** `(…ids, options?)` */
  protected deletes<M extends Method>(path: string): M {
    return this.#plain('DELETE', path);
  }

  #plain<M extends Method>(method: Operation['method'], path: string): M {
    return this.#method(path, (filled, [options]) => this.transport.request({ method, path: filled }, options));
  }

  #sends<M extends Method>(method: Operation['method'], path: string): M {
    return this.#method(path, (filled, [body, options]) => {
      const headers = { 'if-match': options?.ifMatch };
      return this.transport.request({ method, path: filled, body, headers }, options);
    });
  }

  #method<M extends Method>(path: string, call: (filled: string[], rest: Rest) => unknown): M {
    const method = (...args: unknown[]) => {
      const filled = `v1/${path}`.split('/').map((part) => (part === '{}' ? (args.shift() as string) : part));
      return call(filled, args as Rest);
    };
    return method as unknown as M;
  }
}
