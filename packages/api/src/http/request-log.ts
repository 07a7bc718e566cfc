import type { RequestHandler } from 'express';
import type { Logger } from '../lib/logger.ts';
import { requestIdOf } from './request-id.ts';

/** Logs each request when it is over: method, route, status and time; no address, no query, no body. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.on('close', () => {
      const durationMs = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const route = (request.route as { path?: unknown } | undefined)?.path;
      // What was refused is logged where everything is not: an operator looks for it first.
      const log = response.statusCode >= 400 ? logger.info.bind(logger) : logger.debug.bind(logger);
      log(
        {
          request_id: requestIdOf(response),
          method: request.method,
          route: typeof route === 'string' ? route : null,
          status: response.statusCode,
          code: response.locals.problemCode,
          duration_ms: Math.round(durationMs * 10) / 10,
          aborted: !response.writableFinished,
        },
        'request',
      );
    });
    next();
  };
}
