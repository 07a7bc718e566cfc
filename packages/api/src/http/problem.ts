import type { components } from '../generated/openapi.ts';

export type ProblemCode = components['schemas']['ProblemCode'];
export type FieldError = { pointer: string; detail: string };

interface ProblemOptions {
  detail?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  cause?: unknown;
}

const TITLES: Record<ProblemCode, [number, string]> = {
  invalid_request: [400, 'The request is not valid'],
  malformed_json: [400, 'The body is not valid JSON'],
  unauthorized: [401, 'Credentials are missing or not valid'],
  invalid_credentials: [401, 'E-mail or password is wrong'],
  session_ended: [401, 'The session has ended'],
  forbidden: [403, 'Not allowed'],
  origin_not_allowed: [403, 'The key is not allowed on this origin'],
  secret_key_in_browser: [403, 'A secret key must not be used in a browser'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  not_acceptable: [406, 'Refused for good'],
  conflict: [409, 'Conflict'],
  already_exists: [409, 'It exists already'],
  request_in_progress: [409, 'The same request is under way'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  precondition_failed: [412, 'It was changed by somebody else'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The type of the body is not read here'],
  unprocessable: [422, 'The request cannot be carried out'],
  invalid_transition: [422, 'The status cannot change that way'],
  channel_not_possible: [422, 'The customer cannot be reached on this channel'],
  model_needed: [422, 'This takes a language model'],
  suppressed: [422, 'The customer has asked for no more messages'],
  document_unreadable: [422, 'The document cannot be read'],
  document_scanned: [422, 'The document holds pictures of pages and no text'],
  document_too_large: [422, 'The document is too large to be read'],
  page_refused: [422, 'The address is not one that is read'],
  page_unreachable: [422, 'The page did not answer'],
  knowledge_full: [422, 'There is no room for more knowledge'],
  rate_limited: [429, 'Too many requests'],
  invalid_signature: [406, 'The signature is not valid'],
  unknown_mailbox: [406, 'There is no such mailbox'],
  internal_error: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Temporarily unavailable'],
};

/** An answer that is not a success, as RFC 9457 has it; thrown anywhere, written by the error handler. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ProblemCode,
    options: ProblemOptions = {},
  ) {
    const [status, title] = TITLES[code];
    super(options.detail ?? title, { cause: options.cause });
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = options.detail;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  /** The body a client gets; `requestId` is the one in the `Request-Id` header. */
  toBody(requestId: string): components['schemas']['Problem'] {
    return {
      type: `/docs#problem-${this.code}`,
      title: this.title,
      status: this.status,
      ...(this.detail ? { detail: this.detail } : {}),
      code: this.code,
      request_id: requestId,
      ...(this.errors ? { errors: this.errors } : {}),
    };
  }
}

/** 400 that names each field. */
export function invalidRequest(errors: FieldError[]): Problem {
  return new Problem('invalid_request', {
    errors,
    detail: `${errors.length} ${errors.length === 1 ? 'field is' : 'fields are'} not valid.`,
  });
}

/** 422 that names each field. */
export function unprocessable(errors: FieldError[], code: ProblemCode = 'unprocessable'): Problem {
  return new Problem(code, { errors, detail: errors.map((error) => error.detail).join(' ') });
}

/** 404, the same for what does not exist and what belongs to somebody else. */
export function notFound(): Problem {
  return new Problem('not_found', { detail: 'There is no such thing in this dealership.' });
}
