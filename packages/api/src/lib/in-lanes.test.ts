import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { drainInLanes, inLanes } from './in-lanes.ts';

function counter(to: number): () => number | null {
  let at = 0;
  return () => (at < to ? ++at : null);
}

it('takes up everything there is, and tells how much that was', async () => {
  const done: number[] = [];
  const count = await drainInLanes(counter(9), 4, async (n) => done.push(n));
  expect(count).toBe(9);
  expect(done.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('ends with the first error only when nothing of it is still running', async () => {
  const done: number[] = [];
  const drained = drainInLanes(counter(6), 2, async (n) => {
    if (n === 1) throw new Error('the first');
    await turn();
    done.push(n);
  });
  await expect(drained).rejects.toThrow('the first');
  expect(done).toEqual([2, 3, 4, 5, 6]);
});

it('tries every item of a list, whatever became of the others', async () => {
  const tried: string[] = [];
  const worked = inLanes(['a', 'b', 'c'], 2, async (item) => {
    tried.push(item);
    if (item !== 'c') throw new Error(item);
  });
  await expect(worked).rejects.toThrow('a');
  expect(tried).toEqual(['a', 'b', 'c']);
});
