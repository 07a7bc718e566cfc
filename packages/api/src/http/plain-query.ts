import type { RequestHandler } from 'express';
import { invalidRequest } from './problem.ts';

/**
 * Refuses `status[$ne]=new` and a name given twice: no operation takes either, and the validator, which would make
 * objects and lists of them, breaks on those where it expects text.
 */
export const plainQuery: RequestHandler = (request, _response, next) => {
  const mark = request.originalUrl.indexOf('?');
  const names = mark === -1 ? [] : [...new URLSearchParams(request.originalUrl.slice(mark + 1)).keys()];
  const errors = names
    .filter((name, index) => name.includes('[') || names.indexOf(name) !== index)
    .map((name) => ({ pointer: `?${name}`, detail: name.includes('[') ? 'is not a parameter' : 'is given twice' }));
  if (errors.length > 0) throw invalidRequest(errors);
  next();
};
