import type { RequestHandler, Response } from 'express';
import { newId } from '../lib/ids.ts';

/** Gives every request an id of ours, in `Request-Id`; one that a client sends is not trusted. */
export const requestId: RequestHandler = (_request, response, next) => {
  response.set('Request-Id', newId('req'));
  next();
};

/** The id of the request that is being answered. */
export function requestIdOf(response: Response): string {
  return String(response.get('Request-Id') ?? 'req_unknown');
}
