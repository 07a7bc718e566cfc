import { invalidRequest } from './problem.ts';

/**
 * Reads a time of a request. The contract has checked its form (RFC 3339), which allows leap seconds; a `Date` does not.
 * @throws Problem 400 that names `pointer`, for a time that no `Date` can be
 */
export function readTime(text: string, pointer: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw invalidRequest([{ pointer, detail: 'is not a time' }]);
  return time;
}
