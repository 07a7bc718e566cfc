/** The next piece of work, or `null` when there is none left. */
type Next<T> = () => Promise<T | null> | T | null;

/**
 * Works on what `next` gives, a few pieces at a time, until it gives `null`; tells how many there were. A lane that
 * fails stops, the others go on: when this ends, by a value or an error, nothing of it is still running.
 * @throws the first error, once all lanes have ended
 */
export async function drainInLanes<T>(
  next: Next<T>,
  lanes: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const lane = async (): Promise<void> => {
    for (let item = await next(); item !== null; item = await next()) {
      count += 1;
      await work(item);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return count;
}

/**
 * Does work for each item, a few at a time and started in their order. Every item is tried whatever became of the others.
 * @throws the first error, once all are done
 */
export async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  let taken = 0;
  const next = () => (taken < items.length ? { item: items[taken++] as T } : null);
  await drainInLanes(next, Math.min(lanes, items.length), ({ item }) =>
    work(item).catch((error: unknown) => failures.push(error)),
  );
  if (failures.length > 0) throw failures[0];
}
