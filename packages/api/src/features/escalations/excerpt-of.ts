const LONGEST_EXCERPT = 300;

/** The beginning of a text, in one line. */
export function excerptOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_EXCERPT);
}
