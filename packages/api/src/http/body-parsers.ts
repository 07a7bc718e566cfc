import express, { type RequestHandler } from 'express';

const API_LIMIT = '256kb';
const MAX_FORM_FIELDS = 200;

/** Reads JSON and form bodies; a larger one is refused with 413 before it is read to the end. */
export function bodyParsers(): RequestHandler[] {
  return [
    express.json({ limit: API_LIMIT, strict: true }),
    // `simple` parsing: `a[$ne]=1` stays a field with a strange name and never becomes an object.
    express.urlencoded({ extended: false, limit: API_LIMIT, parameterLimit: MAX_FORM_FIELDS }),
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
