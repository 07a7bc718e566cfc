import type { ErrorRequestHandler, Request } from 'express';
import { MongooseError } from 'mongoose';
import { describeError } from '../lib/describe-error.ts';
import type { Logger } from '../lib/logger.ts';
import { type FieldError, invalidRequest, Problem } from './problem.ts';
import { isForVisitor, problemPage } from './problem-page.ts';
import { requestIdOf } from './request-id.ts';
import { sendPage, wantsPage } from './simple-page.ts';

interface ValidatorError {
  status: number;
  message: string;
  headers?: Record<string, string>;
  errors?: { path?: string; message?: string; errorCode?: string }[];
}

const UNAVAILABLE = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoTopologyClosedError',
  'MongoExpiredSessionError',
  'MongoWriteConcernError',
  'PoolClearedOnNetworkError',
]);

function pointerOf(path: string | undefined): string {
  const parts = (path ?? '').split('/').filter((part) => part !== '');
  const place = parts.shift();
  if (place === 'query') return `?${parts.join('.')}`;
  if (place === 'body') return parts.length === 0 ? '#' : `#/${parts.join('/')}`;
  return place === undefined ? '#' : `${place}:${parts.join('/')}`;
}

/** One entry for each field, whatever the number of things that are wrong with it. */
function fieldErrors(error: ValidatorError): FieldError[] {
  const details = new Map<string, Set<string>>();
  for (const item of error.errors ?? []) {
    const pointer = pointerOf(item.path);
    const text = item.errorCode === 'not.openapi.validation' ? 'must be another one' : (item.message ?? 'is not valid');
    details.set(pointer, (details.get(pointer) ?? new Set()).add(text));
  }
  return [...details].map(([pointer, texts]) => ({ pointer, detail: [...texts].join(', ') }));
}

function isValidatorError(error: unknown): error is ValidatorError {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

/** Tells whether an error means that the database cannot be reached right now. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (UNAVAILABLE.has(error.name)) return true;
  return error instanceof MongooseError && /bufferCommands|not connected|initial connection/.test(error.message);
}

/** The real reason a security check failed: the validator rebuilds what its handlers throw and loses the class. */
export const refusals = new WeakMap<Request, Problem>();

/** Turns whatever was thrown into a problem a client can act on. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) {
    return new Problem('unavailable', {
      detail: 'The database cannot be reached. Send the same again, with the same Idempotency-Key where there is one.',
      headers: { 'Retry-After': '2' },
      cause: error,
    });
  }
  if (!isValidatorError(error)) return new Problem('internal_error', { cause: error });
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed')
    return new Problem('malformed_json', { detail: 'The body could not be read as JSON.' });
  if (error.status === 400)
    return 'errors' in error
      ? invalidRequest(fieldErrors(error))
      : new Problem('invalid_request', { detail: error.message });
  if (error.status === 404) return new Problem('not_found', { detail: 'There is no such operation.' });
  if (error.status === 405) return new Problem('method_not_allowed', { headers: error.headers ?? {} });
  if (error.status === 413) return new Problem('payload_too_large');
  if (error.status === 415) return new Problem('unsupported_media_type', { detail: error.message });
  if (error.status === 401) {
    return new Problem('unauthorized', {
      detail: 'Send `Authorization: Bearer …`.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
  return new Problem('internal_error', { cause: error });
}

/** Writes every failure as `application/problem+json`, or as a page to somebody who looks at it; logs ours with their cause, never a body. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = refusals.get(request) ?? toProblem(error);
    const requestId = requestIdOf(response);
    response.locals.problemCode = problem.code;
    if (problem.status >= 500) {
      const cause = problem.cause instanceof Error ? problem.cause : problem;
      logger.error({ request_id: requestId, code: problem.code, ...describeError(cause) }, 'request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.set(problem.headers);
    if (isForVisitor(problem) && wantsPage(request)) {
      sendPage(response, problemPage(request, problem), problem.status);
      return;
    }
    response
      .status(problem.status)
      .set('Cache-Control', 'private, no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem.toBody(requestId)));
  };
}
