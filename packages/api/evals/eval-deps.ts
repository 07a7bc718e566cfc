import type { AnsweringDeps } from '../src/answering/types.ts';
import type { Provider } from './suite.ts';

/** The noon of a Friday in Norway: what is asked of "tomorrow" is asked of a Saturday. */
export const evalNow = new Date('2026-11-20T11:00:00Z');

/** What answering needs, without a budget in the way. */
export function evalDeps({ model }: Provider): AnsweringDeps {
  return {
    model,
    budget: { reserve: async () => true, settle: async () => undefined },
    now: () => new Date(),
  };
}
