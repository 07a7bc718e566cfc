const LONGEST = 50_000;

/**
 * A text as templates read it and people mark it: one blank between words, no blanks around lines, one empty line between
 * paragraphs. Positions in a template's marks count in this text.
 */
export function normalisePortalText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
