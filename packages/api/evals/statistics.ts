/** A share with its 95 % interval, all from 0 to 1; `of` is how many it was counted over. */
export interface Share {
  value: number;
  low: number;
  high: number;
  of: number;
}

const z = 1.96;

/** Share of successes with its Wilson score interval. */
export function shareOf(successes: number, of: number): Share {
  if (of === 0) return { value: Number.NaN, low: 0, high: 1, of };
  const share = successes / of;
  const scale = 1 + z ** 2 / of;
  const centre = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half), of };
}

/** What was found and what was there, of one item; right ones are in both. */
export interface Count {
  right: number;
  found: number;
  there: number;
}

function f1({ right, found, there }: Count): number {
  return found + there === 0 ? Number.NaN : (2 * right) / (found + there);
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (total, { right, found, there }) => ({
      right: total.right + right,
      found: total.found + found,
      there: total.there + there,
    }),
    { right: 0, found: 0, there: 0 },
  );
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32), so that a run prints the same twice. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const resamples = 400;

/** F1 over items with its 95 % interval from 400 bootstrap samples of the items. */
export function f1Of(counts: readonly Count[]): Share {
  const random = seededRandom(counts.length);
  const drawn = Array.from({ length: resamples }, () =>
    f1(sum(counts.map(() => counts[Math.floor(random() * counts.length)] ?? { right: 0, found: 0, there: 0 }))),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((left, right) => left - right);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? 0;
  return { value: f1(sum(counts)), low: at(0.025), high: at(0.975), of: sum(counts).there };
}

/** Precision and recall with Wilson intervals. */
export function precisionAndRecall(counts: readonly Count[]): { precision: Share; recall: Share } {
  const { right, found, there } = sum(counts);
  return { precision: shareOf(right, found), recall: shareOf(right, there) };
}
