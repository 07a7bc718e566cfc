const replacements: readonly [RegExp, string][] = [
  [/[–—]/g, '-'],
  [/[«»“”„]/g, '"'],
  [/[’‘]/g, "'"],
  [/[\u00a0\u202f]/g, ' '],
  [/…/g, '...'],
];

/** Rewrites punctuation that would force an SMS out of the GSM-7 alphabet and more than double its cost. */
export function toSmsText(text: string): string {
  return replacements.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), text);
}
