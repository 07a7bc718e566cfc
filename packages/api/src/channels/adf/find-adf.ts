import { htmlBodyToText } from '../email/html-body-to-text.ts';

/** What of a mail may hold an ADF document. */
export interface AdfPlaces {
  plain: string;
  html: string;
  /** The files that look like XML, as text. */
  files: readonly string[];
}

const STARTS = /<\s*(?:adf|prospect)[\s>]/i;
const STARTS_ESCAPED = /&lt;\s*(?:adf|prospect)(?:\s|&gt;)/i;
/** What mail programs make of an address in a text: `a@b.example<mailto:a@b.example>`. */
const ADDED_LINKS = /<(?:mailto|https?|tel):[^<>]{0,2000}>/gi;
const LONGEST = 1024 * 1024;

/** Whether a text holds what may be the beginning of an ADF document. */
export function looksLikeAdf(text: string): boolean {
  return STARTS.test(text.slice(0, LONGEST));
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function* candidates({ plain, html, files }: AdfPlaces): Generator<string> {
  yield plain.replace(ADDED_LINKS, '');
  if (STARTS_ESCAPED.test(plain)) yield unescapeXml(plain);
  yield* files;
  // An HTML body either shows the document, escaped, or is it.
  if (STARTS_ESCAPED.test(html)) yield htmlBodyToText(html).replace(ADDED_LINKS, '');
  yield html;
}

/**
 * Finds the ADF document that a mail holds: as its text, as a file, or shown in its HTML. The text counts before the
 * files, because some senders send both. `null` for a mail without one.
 */
export function findAdf(places: AdfPlaces): string | null {
  for (const candidate of candidates(places)) {
    const text = candidate.slice(0, LONGEST);
    const at = text.search(STARTS);
    if (at >= 0) return text;
  }
  return null;
}
