/** What an operation gave, with the answer it came in. */
export interface Result<T> {
  data: T;
  /** For its status and headers; the body has been read. */
  response: Response;
  /** Quote it when you ask us about a request. */
  requestId: string | null;
}

/** A promise of the data alone; `withResponse()` also gives the answer's headers. */
export class ResultPromise<T> extends Promise<T> {
  // then(), catch() and finally() give plain promises.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #result: Promise<Result<T>>;

  /** @internal */
  constructor(result: Promise<Result<T>>) {
    super((resolve, reject) => {
      result.then(({ data }) => resolve(data), reject);
    });
    this.#result = result;
  }

  /** The data with the response and its request id; rejects as the promise itself does. */
  withResponse(): Promise<Result<T>> {
    // Who asks here handles the rejection here: it must not count as unhandled on the promise itself.
    this.catch(() => undefined);
    return this.#result;
  }
}
