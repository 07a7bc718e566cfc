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
