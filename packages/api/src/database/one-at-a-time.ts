const underway = new Map<string, Promise<unknown>>();

/**
 * Runs work after all earlier work of this process under the same key, whatever became of that. For inserts that race
 * for one unique key (a double click, an impatient sender): engines that detect deadlocks only by waiting would let each
 * of them wait a second. It spares time only; between processes the unique index decides.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = underway.get(key);
  const mine = before === undefined ? work() : before.then(work, work);
  underway.set(key, mine);
  try {
    return await mine;
  } finally {
    if (underway.get(key) === mine) underway.delete(key);
  }
}
