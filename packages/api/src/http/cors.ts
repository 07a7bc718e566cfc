import type { RequestHandler } from 'express';

const ALLOWED_HEADERS = 'authorization, content-type, idempotency-key, last-event-id';
const EXPOSED_HEADERS = 'request-id, retry-after, ratelimit, ratelimit-policy';
const PREFLIGHT_SECONDS = '7200';

/**
 * Lets web pages of any origin read and submit forms, and chat. A preflight cannot carry the key, so the key's own origins are
 * checked on the request itself; no cookie is ever involved.
 */
export const publicCors: RequestHandler = (request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response
    .set({
      'Access-Control-Allow-Methods': 'GET, POST, PATCH',
      'Access-Control-Allow-Headers': ALLOWED_HEADERS,
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
    })
    .status(204)
    .end();
};
