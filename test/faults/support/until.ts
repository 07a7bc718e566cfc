import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 200;

/**
 * Asks again and again until the answer is neither null nor false.
 * @throws Error saying what was waited for when the time is over
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false> | T | null | false,
  timeoutMs = 60_000,
  everyMs = EVERY_MS,
): Promise<T> {
  const endsAt = performance.now() + timeoutMs;
  let problem: unknown = null;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== false) return answer;
      problem = null;
    } catch (error) {
      problem = error;
    }
    if (performance.now() > endsAt)
      throw new Error(
        `waited ${timeoutMs} ms in vain: ${what}${problem instanceof Error ? ` (${problem.message})` : ''}`,
      );
    await sleep(everyMs);
  }
}
