import express, { type RequestHandler } from 'express';
import { Problem } from './problem.ts';

const MAX_BYTES = 256 * 1024;
const MAX_FORM_FIELDS = 200;
const PARSED = ['application/json', 'application/x-www-form-urlencoded'];

/** So much of a refused body is thrown away, so that its sender gets to read the answer; then the connection goes. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024;

/**
 * Refuses a body as soon as it says or shows that it is too large. The parsers refuse it as well, but only after they
 * have read it to its end, which a body without end does not have.
 */
const refuseLarge: RequestHandler = (request, _response, next) => {
  if (!request.is(PARSED)) return next();
  if (Number(request.get('content-length') ?? 0) > MAX_BYTES) return next(new Problem('payload_too_large'));
  let bytes = 0;
  let refused = false;
  // The parser that comes next listens from the same moment on, so nothing flows past it.
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_DISCARDED_BYTES) request.destroy();
    if (bytes <= MAX_BYTES || refused) return;
    refused = true;
    next(new Problem('payload_too_large'));
  });
  next();
};

/** Reads JSON and form bodies; a larger one is refused with 413 before it is read to the end. */
export function bodyParsers(): RequestHandler[] {
  return [
    refuseLarge,
    express.json({ limit: MAX_BYTES, strict: true }),
    // `simple` parsing: `a[$ne]=1` stays a field with a strange name and never becomes an object.
    express.urlencoded({ extended: false, limit: MAX_BYTES, parameterLimit: MAX_FORM_FIELDS }),
  ];
}

/**
 * Takes blanks off the ends of what people typed or a browser filled in: a lead must not be refused for a blank behind
 * an address.
 */
export const trimFields: RequestHandler = (request, _response, next) => {
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const fields = body as Record<string, unknown>;
    for (const [name, value] of Object.entries(fields)) if (typeof value === 'string') fields[name] = value.trim();
  }
  next();
};
