/** Answers a request with a problem document. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: { pointer: string; detail: string }[];

  readonly detail: string | undefined;

  constructor(status: number, code: string, errors: { pointer: string; detail: string }[] = [], detail?: string) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.detail = detail;
  }

  body(): object {
    const { status, code, errors, detail } = this;
    return {
      type: `/docs#problem-${code}`,
      title: code,
      status,
      code,
      detail,
      request_id: 'req_fake',
      ...(errors.length ? { errors } : {}),
    };
  }
}
