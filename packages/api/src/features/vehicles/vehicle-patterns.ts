import { vehicleSearchTokens, wordsOf } from '../../answering/vehicle-search-tokens.ts';

const MAX_WORDS = 8;

/** Words as stock is indexed by them hold letters and digits only: they need no escaping. */
function startsWith(beginnings: string[]): RegExp {
  return new RegExp(`^(?:${beginnings.join('|')})`);
}

/**
 * One pattern for each word of a query that says something about a car; a vehicle has to match all of them. A word also
 * matches together with its neighbour, because people write `xc 60`, `id 4` and `EV 12345`.
 */
export function vehiclePatterns(query: string): RegExp[] {
  const words = wordsOf(query).slice(0, MAX_WORDS);
  return words.flatMap((word, index) => {
    const isIndexed = vehicleSearchTokens(word).length > 0;
    if (!isIndexed && word.length > 1) return [];
    const before = words[index - 1];
    const next = words[index + 1];
    const beginnings = [
      ...(isIndexed ? [word] : []),
      ...(before === undefined ? [] : [before + word]),
      ...(next === undefined ? [] : [word + next]),
    ];
    return beginnings.length === 0 ? [] : [startsWith(beginnings)];
  });
}
