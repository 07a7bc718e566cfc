import type { ProblemCode, ProblemField } from '../types.ts';

/** The root of everything this package throws on purpose. */
export class NorvaltError extends Error {
  override readonly name: string = 'NorvaltError';
}

/** What an answer said went wrong; the fields follow RFC 9457. */
export interface ApiErrorInit {
  status: number;
  type: string | null;
  title: string | null;
  detail: string | null;
  code: ProblemCode | (string & {}) | null;
  errors: ProblemField[];
  requestId: string | null;
  headers: Headers;
}

/** The API answered, and the answer is not the one asked for. */
export class ApiError extends NorvaltError {
  override readonly name: string = 'ApiError';
  /** The HTTP status. */
  declare readonly status: number;
  /** A URL that names the kind of problem and explains it; null when the answer was not a problem document. */
  declare readonly type: string | null;
  declare readonly title: string | null;
  /** One sentence about this very case. */
  declare readonly detail: string | null;
  /** The stable name to branch on, such as `already_exists`; null when the answer was not a problem document. */
  declare readonly code: ProblemCode | (string & {}) | null;
  /** The fields at fault: `pointer` is a JSON Pointer into the body, or `?name` for a query parameter. */
  declare readonly errors: ProblemField[];
  /** Quote it when you ask us about a request. */
  declare readonly requestId: string | null;
  declare readonly headers: Headers;

  constructor(message: string, init: ApiErrorInit) {
    super(message);
    Object.assign(this, init);
  }
}

/** 400: the request does not have the shape described; `errors` names each field. */
export class BadRequestError extends ApiError {
  override readonly name = 'BadRequestError';
}

/** 401: no valid credentials. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: the credentials do not allow this. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
}

/** 404: there is no such thing in this dealership. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** 409: something is in the way. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}

/** 412: somebody changed it since it was read. */
export class PreconditionFailedError extends ApiError {
  override readonly name = 'PreconditionFailedError';
}

/** 422: the shape is right, the meaning is not; `errors` names each field. */
export class UnprocessableEntityError extends ApiError {
  override readonly name = 'UnprocessableEntityError';
}

/** 429: too many requests, also after the retries. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
}

/** 500 and above: the fault is on the other side. */
export class InternalServerError extends ApiError {
  override readonly name = 'InternalServerError';
}

/** No answer, or only half of one; `cause` is what `fetch` said. */
export class ConnectionError extends NorvaltError {
  override readonly name: string = 'ConnectionError';
}

/** No whole answer within `timeoutMs`. */
export class ConnectionTimeoutError extends ConnectionError {
  override readonly name = 'ConnectionTimeoutError';
}

/** The caller's `signal` was aborted; `cause` is its reason. */
export class UserAbortError extends NorvaltError {
  override readonly name = 'UserAbortError';
}

/** A post that did not come from Norvalt, was changed on its way, or is too old or new: answer it with 400. */
export class WebhookVerificationError extends NorvaltError {
  override readonly name = 'WebhookVerificationError';
}
