import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('runs the work of one key in the order it came, and another key at the same time', async () => {
  const log: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = oneAtATime('a', async () => {
    log.push('first begins');
    await gate;
    log.push('first ends');
  });
  const second = oneAtATime('a', async () => log.push('second'));
  await oneAtATime('b', async () => log.push('other key'));
  expect(log).toEqual(['first begins', 'other key']);
  open();
  await Promise.all([first, second]);
  expect(log).toEqual(['first begins', 'other key', 'first ends', 'second']);
});

it('goes on after work that failed, which fails for its own caller alone', async () => {
  const failing = oneAtATime('a', () => Promise.reject(new Error('no')));
  const next = oneAtATime('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});
