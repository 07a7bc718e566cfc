import { Problem } from '../../http/problem.ts';
import { type SafeFetch, SafeFetchError } from '../../lib/safe-fetch.ts';
import { documentProblem } from './document-problem.ts';
import { decodeText } from './parsing/decode-text.ts';
import { type ReadDocument, readDocument } from './parsing/read-document.ts';

const MAX_PAGE_BYTES = 5_000_000;
const TIMEOUT_MS = 10_000;
const MAX_REDIRECTS = 4;

function refusal(error: unknown): unknown {
  if (!(error instanceof SafeFetchError)) return documentProblem(error);
  if (error.reason === 'too_large')
    return new Problem('document_too_large', { detail: 'The page is larger than 5 MB.' });
  const refused = error.reason.startsWith('refused_');
  return new Problem(refused ? 'page_refused' : 'page_unreachable', {
    // Which inner address a name leads to is nobody's business.
    detail: refused ? 'Only web pages of the open internet can be read.' : `The page did not answer: ${error.message}.`,
    cause: error,
  });
}

async function fetchPage(safeFetch: SafeFetch, url: string): Promise<ReadDocument> {
  const answer = await safeFetch(url, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_PAGE_BYTES,
    maxRedirects: MAX_REDIRECTS,
    headers: { accept: 'text/html, text/plain, application/pdf', 'user-agent': 'Norvalt/1.0 (knowledge)' },
  });
  if (answer.status !== 200) throw new Problem('page_unreachable', { detail: `The page answered ${answer.status}.` });
  const type = answer.headers['content-type'] ?? '';
  if (answer.body.subarray(0, 5).toString('latin1') === '%PDF-') {
    return readDocument({ kind: 'pdf', bytes: answer.body });
  }
  const charset = /charset="?([\w-]{1,40})/i.exec(type)?.[1] ?? null;
  const text = /^(?:text\/|application\/xhtml)|^$/i.test(type) ? decodeText(answer.body, charset) : null;
  if (text === null) throw new Problem('document_unreadable', { detail: 'There is no text at that address.' });
  if (/^text\/(?:plain|markdown)/i.test(type)) return { text, title: null, pages: null };
  return readDocument({ kind: 'html', html: text });
}

/**
 * Reads a web page that somebody named, as the text a reader sees.
 * @throws Problem 422: `page_refused`, `page_unreachable`, `document_unreadable` or `document_too_large`
 */
export async function readPage(safeFetch: SafeFetch, url: string): Promise<ReadDocument> {
  const document = await fetchPage(safeFetch, url).catch((error: unknown) => {
    throw refusal(error);
  });
  if (document.text.trim() === '') {
    throw new Problem('document_unreadable', {
      detail: 'The page has no text of its own; it may be built by scripts.',
    });
  }
  return document;
}
