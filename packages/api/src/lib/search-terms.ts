const MAX_TERMS = 400;
const MAX_TERM_LENGTH = 40;

/** Folds text the way search compares it: lower case, no accents, æ ø å kept apart from a and o. */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .replace(/å/g, '\u0001')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('\u0001', 'å');
}

/** Splits text into the words that search knows; digits stay together so that part of a number is found. */
export function searchTerms(...texts: (string | null | undefined)[]): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const word of foldForSearch(text).split(/[^\p{L}\p{N}@._+-]+/u)) {
      const term = word.replace(/^[._+-]+|[._-]+$/g, '').slice(0, MAX_TERM_LENGTH);
      if (term.length > 0) terms.add(term);
      if (terms.size >= MAX_TERMS) return [...terms];
    }
  }
  return [...terms];
}

/** An anchored pattern per word of a query: a database finds those with an index. */
export function searchPatterns(query: string): RegExp[] {
  return searchTerms(query)
    .slice(0, 8)
    .map((term) => new RegExp(`^${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
}
