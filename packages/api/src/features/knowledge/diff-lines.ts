import type { components } from '../../generated/openapi.ts';

type Line = components['schemas']['KnowledgeDifference'];

const MAX_LINES = 1500;
const MAX_SHOWN = 400;

/** For every pair of places the length of the longest run of lines that both still have, from there on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MAX_LINES);
}

/** What is no longer there and what is new, line by line in the order of the texts; at most 400 lines. */
export function diffLines(before: string, after: string): Line[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const table = commonLengths(a, b);
  const differences: Line[] = [];
  let [i, j] = [0, 0];
  while ((i < a.length || j < b.length) && differences.length < MAX_SHOWN) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      differences.push({ change: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      differences.push({ change: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return differences;
}
