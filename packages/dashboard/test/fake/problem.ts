/** Answers a request with a problem document. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: { pointer: string; detail: string }[];

  constructor(status: number, code: string, errors: { pointer: string; detail: string }[] = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body(): object {
    const { status, code, errors } = this;
    return {
      type: `/docs#problem-${code}`,
      title: code,
      status,
      code,
      request_id: 'req_fake',
      ...(errors.length ? { errors } : {}),
    };
  }
}
