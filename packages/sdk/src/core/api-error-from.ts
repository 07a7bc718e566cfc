import type { ProblemField } from '../types.ts';
import {
  ApiError,
  type ApiErrorInit,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  RateLimitError,
  UnprocessableEntityError,
} from './errors.ts';
import { isRecord, parseJson } from './parse-json.ts';

const CLASSES: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

const classFor = (status: number) => CLASSES[status] ?? (status >= 500 ? InternalServerError : ApiError);

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const isProblemField = (value: unknown): value is ProblemField =>
  isRecord(value) && typeof value.pointer === 'string' && typeof value.detail === 'string';

function describe(init: ApiErrorInit, response: Response, body: string): string {
  const request = init.requestId ? ` (${init.requestId})` : '';
  if (init.code === null && init.title === null) {
    const type = response.headers.get('content-type') ?? 'no content type';
    const start = body.replace(/\s+/g, ' ').trim().slice(0, 100);
    const hint = init.status < 500 ? ' Is baseUrl the address of the API?' : '';
    return `${init.status} ${type}, not an answer of the Norvalt API: ${start || '(empty)'}${hint}${request}`;
  }
  const fields = init.errors.map((field) => `${field.pointer} ${field.detail}`).join('; ');
  const sentence = init.detail ?? init.title;
  return `${init.status} ${init.code}: ${sentence}${fields && ` ${fields}`}${request}`;
}

/** The error for an answer, read from its problem document; any other body ends up, cut short, in the message. */
export function apiErrorFrom(response: Response, body: string): ApiError {
  const parsed = parseJson(body);
  const problem = isRecord(parsed) ? parsed : {};
  const init: ApiErrorInit = {
    status: response.status,
    type: textOrNull(problem.type),
    title: textOrNull(problem.title),
    detail: textOrNull(problem.detail),
    code: textOrNull(problem.code),
    errors: Array.isArray(problem.errors) ? problem.errors.filter(isProblemField) : [],
    requestId: response.headers.get('request-id') ?? textOrNull(problem.request_id),
    headers: response.headers,
  };
  return new (classFor(response.status))(describe(init, response, body), init);
}
