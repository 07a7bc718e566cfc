import { Problem, type ProblemCode } from '../../http/problem.ts';
import { type DocumentFailure, DocumentRefused, MAX_PAGES } from './parsing/read-document.ts';

const PROBLEMS: Record<DocumentFailure, [ProblemCode, string]> = {
  unreadable: ['document_unreadable', 'The file is damaged, or not of the kind it says it is.'],
  encrypted: ['document_unreadable', 'The file is protected by a password. Save it without one.'],
  scanned: ['document_scanned', 'The PDF holds pictures of pages and no text. Export it from where it was written.'],
  too_many_pages: ['document_too_large', `The PDF has more than ${MAX_PAGES} pages.`],
  too_large: ['document_too_large', 'The file unpacks to more than is read.'],
  too_slow: ['document_too_large', 'The file takes too long to read. Split it.'],
  busy: ['unavailable', 'Other files are being read. Try again in a minute.'],
};

/** Turns what stopped the reading of a document into an answer; everything else stays what it is. */
export function documentProblem(error: unknown): unknown {
  if (!(error instanceof DocumentRefused)) return error;
  const [code, detail] = PROBLEMS[error.reason];
  return new Problem(code, { detail, cause: error });
}
